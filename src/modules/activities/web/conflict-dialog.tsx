import { useState } from 'react'
import type { Audience, Kind } from '#core/records/model/kind.ts'
import type { Part } from '#core/records/model/merge.ts'
import type { HeadCount, RecordValues } from '#core/records/model/record.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useFormat } from '#platform/web/format.ts'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Conflict } from '../contract.ts'
import { audienceLabel, choiceLabel, costLabel, fieldLabel, sexLabel } from './activity-words.ts'

interface ConflictDialogProps {
  kind: Kind
  conflicts: readonly Conflict[]
  /** The parts that stay as I wrote them. */
  onChoose: (mine: readonly Part[]) => void
  onClose: () => void
}

const LABELS: Readonly<Record<string, MessageKey>> = {
  title: 'activities.name', days: 'activities.day', place: 'activities.place', result: 'activities.result', cost: 'activities.cost', link: 'activities.task', attendance: 'activities.attendance',
}

/** Two people wrote the same part: both are shown, and the person chooses part by part. */
export function ConflictDialog({ kind, conflicts, onChoose, onClose }: ConflictDialogProps) {
  const words = useWords()
  const { t } = words
  const format = useFormat()
  const [mine, setMine] = useState<readonly string[]>([])
  const labelOf = (part: string): MessageKey =>
    part.startsWith('field.') ? fieldLabel(part.slice(6)) : part.startsWith('people.') ? audienceLabel(part.slice(7) as Audience) : (LABELS[part] ?? 'activities.title')

  const showCell = ({ sex, contacts, persons }: HeadCount) => `${t(sexLabel(sex))}: ${format.number(contacts ?? persons)}`
  const show = (value: unknown): string => {
    if (Array.isArray(value)) return t('activities.names', { count: value.length })
    const part = value as Partial<RecordValues>
    const shown = [
      part.onDay && format.day(part.onDay),
      part.untilDay && format.day(part.untilDay),
      part.title, part.place, part.result,
      part.cost !== undefined && format.vnd(part.cost),
      part.costSource && t(costLabel(part.costSource)),
      ...Object.entries(part.fields ?? {}).map(([id, field]) => {
        const isChoice = kind.fields.find((one) => one.id === id)?.type === 'choice'
        return isChoice && typeof field === 'string' ? t(choiceLabel(id, field)) : Array.isArray(field) ? field.join('; ') : String(field ?? '')
      }),
      ...(part.headCounts ?? []).map(showCell),
    ]
    return shown.filter(Boolean).join(' · ') || t('activities.left_empty')
  }
  return (
    <Dialog
      open={conflicts.length > 0}
      onClose={onClose}
      title="activities.conflict_title"
      wide
      actions={<Button label="activities.conflict_save" onClick={() => onChoose(mine.filter((part) => part !== 'attendance') as Part[])} />}
    >
      <p>{t('activities.conflict_text', { name: conflicts[0]?.byName ?? '—', at: conflicts[0] ? format.instant(conflicts[0].at) : '' })}</p>
      {conflicts.map(({ part, mine: my, theirs }) => (
        <RadioCards
          key={part}
          legend={labelOf(part)}
          value={mine.includes(part) ? 'mine' : 'theirs'}
          onChange={(choice) => setMine(choice === 'mine' ? [...mine, part] : mine.filter((one) => one !== part))}
          choices={[
            { value: 'mine', text: `${t('activities.mine')}: ${show(my)}` },
            { value: 'theirs', text: `${t('activities.theirs')}: ${show(theirs)}` },
          ]}
        />
      ))}
    </Dialog>
  )
}
