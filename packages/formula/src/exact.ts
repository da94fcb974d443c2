/** An exact number: numerator and denominator without common divisor, the denominator above 0. */
export interface Exact {
  readonly top: bigint
  readonly bottom: bigint
}

export const ZERO: Exact = { top: 0n, bottom: 1n }

/** @param bottom  not 0 */
export function exact(top: bigint, bottom = 1n): Exact {
  const sign = bottom < 0n ? -1n : 1n
  const common = divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom)
  return { top: (sign * top) / common, bottom: (sign * bottom) / common }
}

function divisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small > 0n) [large, small] = [small, large % small]
  return large === 0n ? 1n : large
}

/** `12`, `-0.50` → the same number, exactly. @throws RangeError for a text that is no decimal number */
export function exactOf(text: string | number): Exact {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(typeof text === 'number' ? plain(text) : text.trim())
  if (!found) throw new RangeError(`no decimal number: ${text}`)
  const [, sign, whole, places = ''] = found
  const top = BigInt(whole! + places)
  return exact(sign ? -top : top, 10n ** BigInt(places.length))
}

/** Without an exponent. */
function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value).includes('e') ? value.toFixed(20) : String(value)
}

export function add(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { top: -b.top, bottom: b.bottom })
}

export function multiply(a: Exact, b: Exact): Exact {
  return exact(a.top * b.top, a.bottom * b.bottom)
}

/** @param b  not 0 */
export function divide(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom, a.bottom * b.top)
}

export function compare(a: Exact, b: Exact): number {
  const left = a.top * b.bottom
  const right = b.top * a.bottom
  return left < right ? -1 : left > right ? 1 : 0
}

/** Rounded half away from 0, without trailing zeros: `41.3`, `-0.5`, `12`. */
export function decimalOf(value: Exact, places: number): string {
  const isNegative = value.top < 0n
  const scale = 10n ** BigInt(places)
  const top = (isNegative ? -value.top : value.top) * scale
  const rounded = (2n * top + value.bottom) / (2n * value.bottom)
  const digits = rounded.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const rest = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  return `${isNegative && rounded > 0n ? '-' : ''}${whole}${rest && `.${rest}`}`
}
