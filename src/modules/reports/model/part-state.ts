import type { Body, BodyPart } from './body.ts'
import { partsOf, type Form, type FormPart } from './form.ts'

export type PartState = 'auto' | 'written' | 'to_write' | 'gaps' | 'none'

/** How far a part is: filled by the system, written, to be written, with gaps, or nothing to tell. */
export function stateOfPart(part: FormPart, body: BodyPart | undefined): PartState {
  if (!body) return 'none'
  if (body.kind === 'text') return body.text ? 'written' : part.kind === 'text' && part.required ? 'to_write' : 'none'
  if (body.kind === 'told') return body.sentences.some(({ text }) => text !== null) ? (body.sentences.some(({ isEdited }) => isEdited) ? 'written' : 'auto') : 'none'
  if (body.cells.some(({ state }) => state === 'no_data')) return 'gaps'
  return body.cells.some(({ byHand }) => byHand) ? 'written' : 'auto'
}

/** Places that the form asks to be filled, and those that are: required texts, and groups of figures without a gap. */
export function progressOf(form: Form, body: Body): { toFill: number; filled: number } {
  const bodies = new Map(body.parts.map((part) => [part.key, part]))
  const states = partsOf(form)
    .filter((part) => part.kind !== 'told' && (part.kind !== 'text' || part.required))
    .map((part) => stateOfPart(part, bodies.get(part.key)))
  return { toFill: states.length, filled: states.filter((state) => state === 'auto' || state === 'written').length }
}
