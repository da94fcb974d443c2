import type { MessageKey } from '#platform/i18n/messages.ts'
import { KINDS } from '../../kinds/all.ts'

/** Kinds that ask for nothing beyond what the phone asks, where each person counts once. */
export const QUICK_KINDS = [...KINDS.values()]
  .filter((kind) => kind.counting === 'once' && !kind.fields.some(({ required }) => required))
  .map((kind) => ({ value: kind.code, label: kind.titleKey as MessageKey }))
