import { withoutMarks } from '#platform/i18n/search.ts'

/** What a user name may look like; the same as the check of the table. */
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,63}$/

/**
 * A user name to propose for a person: `Lê Thị Mơ` becomes `le.thi.mo`. Whether it is free, only the database knows.
 * @returns an empty text for a name without a Latin letter
 */
export function usernameFor(fullName: string): string {
  const plain = withoutMarks(fullName).toLowerCase()
  const proposed = plain.split(/[^a-z0-9]+/).filter(Boolean).join('.').slice(0, 64)
  return USERNAME.test(proposed) ? proposed : ''
}
