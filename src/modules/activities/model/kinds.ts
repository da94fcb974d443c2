import type { Kind } from '#core/records/model/kind.ts'
import { AppError } from '#platform/errors.ts'
import { KINDS } from '../kinds/all.ts'

/** @throws AppError `invalid` for a kind that is not there */
export function kindOf(code: string): Kind {
  const kind = KINDS.get(code)
  if (!kind) throw new AppError('invalid', 'activities.unknown_kind', { kind: code })
  return kind
}
