import type { MessageKey } from '#platform/i18n/messages.ts'
import type { Kind } from '#core/records/model/kind.ts'
import { KINDS } from '../../kinds/all.ts'
import { communication } from '../../kinds/communication.ts'

export const QUICK_KINDS = [...KINDS.values()].map((kind) => ({ value: kind.code, label: kind.titleKey as MessageKey }))

/** A draft may name a kind that is there no longer. */
export function quickKind(code: string): Kind {
  return KINDS.get(code) ?? communication
}
