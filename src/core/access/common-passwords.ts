import { dictionary } from '@zxcvbn-ts/language-common'
import { withoutMarks } from '#platform/i18n/search.ts'
import { passwordFault, type PasswordFault } from './model/password.ts'

let common: ReadonlySet<string> | undefined

/**
 * What is wrong with a new password, the 49,000 included that guessers of the whole world try first: with or without
 * marks, blanks, and what people put behind. Null when it may be used.
 * @source zxcvbn-ts language-common, passwords that were found in breaches
 */
export function newPasswordFault(password: string, username: string): PasswordFault | null {
  const fault = passwordFault(password, username)
  if (fault) return fault
  common ??= new Set(dictionary['passwords-common'] as readonly string[])
  const plain = withoutMarks(password).toLowerCase().replace(/\s/g, '')
  return [plain, plain.replace(/[\d\W_]+$/u, '')].some((tried) => tried !== '' && common!.has(tried)) ? 'too_common' : null
}
