import { canonicalJson } from '#platform/canonical-json.ts'
import type { Change, Entries } from './entries.ts'
import { figurePlaces, partsOf, type Form } from './form.ts'

/**
 * One entry serves two superiors, each in its own form: what of the edits of one report is meant for another over the same
 * window as well. Texts of the same part and figures of the same code go along as long as they are the same on both sides;
 * what was written otherwise for one of the superiors stays apart from then on.
 */
export function alsoIn(from: Form, changes: readonly Change[], into: { readonly form: Form; readonly entries: Entries }): Change[] {
  const texts = new Set(textKeys(into.form))
  const codes = new Map(figurePlaces(from).map(({ key, code }) => [key, code]))
  const keys = new Map(figurePlaces(into.form).map(({ key, code }) => [code, key]))
  return changes.flatMap((change): Change[] => {
    if (change.kind === 'texts') return texts.has(change.key) && isSame(into.entries.texts, change.key, change.before) ? [change] : []
    const key = change.kind === 'cells' ? keys.get(codes.get(change.key) ?? '') : undefined
    return change.kind === 'cells' && key !== undefined && isSame(into.entries.cells, key, change.before) ? [{ ...change, key }] : []
  })
}

/** Texts that both forms ask for and that say different things. */
export function apartOf(one: { readonly form: Form; readonly entries: Entries }, other: { readonly form: Form; readonly entries: Entries }): string[] {
  const asked = new Set(textKeys(other.form))
  return textKeys(one.form).filter((key) => asked.has(key) && (one.entries.texts[key] ?? null) !== (other.entries.texts[key] ?? null))
}

/** Whether two forms ask for something that can be entered once. */
export function sharesText(one: Form, other: Form): boolean {
  const asked = new Set(textKeys(other))
  return textKeys(one).some((key) => asked.has(key))
}

function textKeys(form: Form): string[] {
  return partsOf(form).flatMap((part) => (part.kind === 'text' ? [part.key] : []))
}

function isSame(entries: Readonly<Record<string, unknown>>, key: string, before: unknown): boolean {
  return canonicalJson(Object.hasOwn(entries, key) ? entries[key] : null) === canonicalJson(before)
}
