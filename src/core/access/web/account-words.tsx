import { Tag, type Tone } from '#platform/web/tag.tsx'
import type { AccountView } from '../contract.ts'

const TONE_OF = { invited: 'warn', active: 'ok', locked: 'mute' } as const satisfies Record<AccountView['state'], Tone>

export function AccountState({ state }: { state: AccountView['state'] }) {
  return <Tag tone={TONE_OF[state]} label={`access.state_${state}`} />
}
