import { useFormat } from '#platform/web/format.ts'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { CaseView } from '../contract.ts'
import type { CaseState } from '../model/case-lifecycle.ts'
import type { ClockState } from '../model/clocks.ts'

const STATE_TONES = { received: 'bad', open: 'info', closing: 'warn', closed: 'mute' } as const satisfies Record<CaseState, Tone>
const CLOCK_TONES = { running: 'info', soon: 'warn', late: 'bad', done: 'ok', off: 'mute' } as const satisfies Record<ClockState, Tone>

export function StateTag({ state }: { state: CaseState }) {
  return <Tag tone={STATE_TONES[state]} label={`cases.state_${state}`} />
}

type ClockView = CaseView['clocks'][number]

/** What is due, and until when; the colour says how pressing it is, and so does the word. */
export function ClockTag({ clock: { key, state, alarmAt, dueAt } }: { clock: ClockView }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <span className="row row-center">
      <Tag tone={CLOCK_TONES[state]} label={`cases.clock_state_${state}`} />
      <span>{key === 'tell' && state === 'running' ? t(['cases.clock_tell_by', { soon: format.time(alarmAt), due: format.instant(dueAt) }]) : `${t(`cases.clock_${key}`)} · ${format.instant(dueAt)}`}</span>
    </span>
  )
}

/** What somebody wrote, with its lines. */
export function Lines({ text }: { text: string }) {
  // oxlint-disable-next-line react/no-array-index-key -- lines of one text have no other name
  return text.split('\n').map((line, index) => <p key={index}>{line}</p>)
}
