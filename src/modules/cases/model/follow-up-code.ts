/** No 0/O, 1/I/L, 5/S, 8/B, 2/Z: read over the phone and copied by hand. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679'
const CODE_LENGTH = 8
const SECRET_LENGTH = 12

/** What a reporter comes back with. Eight letters are no secret; the twelve digits are. */
export interface FollowUpCode {
  readonly code: string
  readonly secret: string
}

/** @param random  a number from 0 to below `most`, every one as likely as the others */
export function makeFollowUpCode(random: (most: number) => number): FollowUpCode {
  const pick = (from: string, length: number) => Array.from({ length }, () => from[random(from.length)]!).join('')
  return { code: pick(LETTERS, CODE_LENGTH), secret: pick('0123456789', SECRET_LENGTH) }
}

/** As it is shown: in groups of four. */
export function inGroups(value: string): string {
  return value.match(/.{1,4}/g)?.join(' ') ?? ''
}

/** What was typed, without blanks and hyphens and in one case; null when it cannot be one. */
export function readFollowUpCode(typed: { readonly code: string; readonly secret: string }): FollowUpCode | null {
  const code = typed.code.toUpperCase().replace(/[\s.\-–]/g, '')
  const secret = typed.secret.replace(/[\s.\-–]/g, '')
  const isCode = code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter))
  return isCode && /^\d{12}$/.test(secret) ? { code, secret } : null
}
