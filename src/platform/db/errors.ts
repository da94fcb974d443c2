import { AppError, type ErrorKind } from '../errors.ts'

/** What a refusal of the database means to the person who asked. Sentences: `errors.database.<reason>`. */
type Reason = 'denied' | 'taken' | 'missing' | 'in_use' | 'unreadable' | 'busy'

const KIND = {
  denied: 'forbidden',
  taken: 'conflict',
  missing: 'not_found',
  in_use: 'conflict',
  unreadable: 'invalid',
  busy: 'unavailable',
} as const satisfies Record<Reason, ErrorKind>

/** By SQLSTATE; whatever is not here is our own mistake and stays an unexpected error. */
const REASONS: Readonly<Record<string, Reason>> = {
  // row-level security or a missing grant
  '42501': 'denied',
  // a unique key, an exclusion constraint
  '23505': 'taken',
  '23P01': 'taken',
  '23503': 'missing',
  // a character that no text of PostgreSQL holds (U+0000, half of a surrogate pair)
  '22021': 'unreadable',
  '22P05': 'unreadable',
  // serialisation, deadlock, lock not available, query cancelled, no connection left, server stops
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '53300': 'busy',
  '57P01': 'busy',
  '57P03': 'busy',
}

/**
 * An error of the database that is no mistake of ours, as `AppError`; null for every other error.
 *
 * @param conflicts  names of unique and exclusion constraints, with the code that the module has for them
 */
export function appErrorOf(error: unknown, conflicts: Readonly<Record<string, string>> = {}): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const found = REASONS[error.code] ?? (error.code === '22P02' && isAboutJson(error) ? 'unreadable' : undefined)
  if (!found) return null
  const reason = found === 'missing' && textOf(error, 'detail').includes('still referenced') ? 'in_use' : found
  const own = reason === 'taken' ? conflicts[textOf(error, 'constraint')] : undefined
  return new AppError(KIND[reason], own ?? `database.${reason}`, {}, { cause: error })
}

/** Half of a surrogate pair inside a `jsonb`; elsewhere this state means that we wrote a wrong literal. */
function isAboutJson(error: Error): boolean {
  return error.message.includes('json')
}

function textOf(error: Error, field: 'detail' | 'constraint'): string {
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' ? value : ''
}
