import type { Language } from './language.ts'
import { givenName } from './search.ts'

/**
 * How the program speaks to a person: with the word of address in Vietnamese, “cô Mai”; English has none for it, “Mai”.
 *
 * @param person  `address` as “thầy”, “cô”, “anh”, “chị”; `name` in full
 */
export function spokenTo({ address, name }: { readonly address: string; readonly name: string }, language: Language): string {
  return language === 'vi' ? `${address} ${givenName(name)}` : givenName(name)
}
