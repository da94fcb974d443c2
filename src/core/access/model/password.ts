import { withoutMarks } from '#platform/i18n/search.ts'

/** Shortest password that is taken, in characters. @source NIST SP 800-63B §3.1.1: at least 8; no composition rules */
export const LEAST_PASSWORD_LENGTH = 10

/** Words that a guesser tries first, folded: the field's own and the keyboard's. */
const COMMON = ['matkhau', 'password', '12345678', '123456789', '1234567890', 'qwertyuiop', 'songhanh', 'giaovien', 'truonghoc', 'binhdanggioi', 'admin1234', 'vietnam123']

export type PasswordFault = 'too_short' | 'is_username' | 'too_common' | 'too_uniform'

/** What is wrong with a new password; null when it may be used. */
export function passwordFault(password: string, username: string): PasswordFault | null {
  if ([...password].length < LEAST_PASSWORD_LENGTH) return 'too_short'
  const plain = withoutMarks(password).toLowerCase()
  if (plain.includes(username.toLowerCase())) return 'is_username'
  if (new Set(plain).size < 5) return 'too_uniform'
  if (COMMON.some((word) => plain === word || plain.replace(/[\d\W_]+$/u, '') === word)) return 'too_common'
  return null
}
