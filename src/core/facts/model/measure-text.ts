/** A measure as formulas and differences write it: `communication.contacts[audience=teachers|staff, sex=F]`. */
export interface MeasureText {
  readonly code: string
  /** Break-downs that are asked for, in the order of the text; a value that is no pair (`whole`) is left out. */
  readonly filters: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** Takes a written measure apart. What has no brackets is a code alone. */
export function readMeasureText(text: string): MeasureText {
  const [, code = text, inner = ''] = /^([^[]*)\[(.*)\]$/.exec(text) ?? []
  const pairs = inner.split(', ').map((pair) => pair.split('='))
  return { code, filters: pairs.flatMap(([name, values]) => (name && values ? [{ name, values: values.split('|') }] : [])) }
}

/** Key of the name of a measure among the words of the module that counts it; figures by hand share one for each field. */
export function measureKey(code: string): string {
  const hand = handFigure(code)
  return `measure.${hand ? `hand_${hand.field}` : code.replaceAll('.', '_')}`
}

/** Indicator and field of a figure that is entered by hand; null for what a module counts. */
export function handFigure(code: string): { readonly indicator: string; readonly field: string } | null {
  const [, indicator, field] = /^hand\.([^.]+)\.([a-z]+)$/.exec(code) ?? []
  return indicator && field ? { indicator, field } : null
}
