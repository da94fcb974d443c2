import { withoutMarks } from '#platform/i18n/search.ts'
import { isNamedIn } from './naming.ts'

/** What in a text could tell who somebody is. */
export type IdentityFault = 'name' | 'number' | 'class'

/**
 * Whether a text that goes upward may give somebody away: a name that the case knows, a number that is long enough for a
 * telephone or a paper of identity, an address of mail, or a class such as 9A2. Rather one too many: the writer says it
 * otherwise.
 *
 * @param names  full names that stand in the case; empty ones do not count
 */
export function identityIn(text: string, names: readonly string[]): IdentityFault | null {
  if (names.some((name) => name.trim() !== '' && isNamedIn(text, name))) return 'name'
  if (/\d(?:[\s.-]?\d){5,}/.test(text) || /\S@\S/.test(text)) return 'number'
  return /(^|\W)(?:lop\s*)?(?:[1-9]|1[0-2])\s?[a-h]\d{0,2}(?=\W|$)/i.test(withoutMarks(text)) ? 'class' : null
}
