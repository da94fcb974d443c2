import type { Measure } from './measure.ts'

/** The declaration of a code, also of one with a star; null when nobody declares it. */
export function measureOf(declared: readonly Measure[], code: string): Measure | null {
  return declared.find((measure) => measure.code === code) ?? declared.find((measure) => fits(measure.code, code)) ?? null
}

function fits(pattern: string, code: string): boolean {
  const [head, tail] = pattern.split('*')
  return head !== undefined && tail !== undefined && code.length >= head.length + tail.length && code.startsWith(head) && code.endsWith(tail)
}
