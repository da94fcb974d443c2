import { withoutMarks } from '#platform/i18n/search.ts'
import { passwordFault, type PasswordFault } from './model/password.ts'

let common: ReadonlySet<string> | undefined

/** Loaded by the first new password. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'] as readonly string[])
}

/**
 * What is wrong with a new password, the 49,000 included that guessers of the whole world try first: with or without
 * marks, blanks, and what people put behind. Null when it may be used.
 * @source zxcvbn-ts language-common, passwords that were found in breaches
 */
export async function newPasswordFault(password: string, username: string): Promise<PasswordFault | null> {
  const fault = passwordFault(password, username)
  if (fault) return fault
  const known = (common ??= await commonPasswords())
  const plain = withoutMarks(password).toLowerCase().replace(/\s/g, '')
  return [plain, plain.replace(/[\d\W_]+$/u, '')].some((tried) => tried !== '' && known.has(tried)) ? 'too_common' : null
}
