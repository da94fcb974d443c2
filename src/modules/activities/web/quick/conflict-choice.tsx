import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { discard, resolve } from '#platform/web/outbox/device.ts'
import type { Difference, OutboxItem } from '#platform/web/outbox/item.ts'
import { useWords } from '#platform/web/words.ts'
import { type Part, withPart } from '#core/records/model/merge.ts'
import type { RecordValues } from '#core/records/model/record.ts'
import { namePart, shownPart } from './shown-part.ts'

type Side = 'mine' | 'theirs'

/** Both versions of each part that two people wrote, side by side; one is chosen for each. */
export function ConflictChoice({ item }: { item: OutboxItem }) {
  const words = useWords()
  const { t } = words
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const { differences } = item
  const isComplete = differences.every(({ part }) => chosen[part] !== undefined)
  const send = async () => {
    const mine = differences.filter(({ part }) => chosen[part] === 'mine')
    // what stands on the server is right as it is
    if (mine.length === 0) return discard(item)
    const there = item.answer as { revision: number; values: RecordValues }
    const sent = item.command.input['values'] as RecordValues
    const values = mine.reduce((joined, { part }) => withPart(joined, part as Part, sent), there.values)
    const input = { ...item.command.input, revision: there.revision, values }
    return resolve(item.id, { ...item.command, operationId: newOperationId(), input })
  }
  return (
    <div className="stack">
      <p>{t('activities.device_conflict_text')}</p>
      {differences.map((difference) => (
        <fieldset key={difference.part} className="field-row conflict">
          <legend>{namePart(difference.part, words)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={chosen[difference.part] === side ? 'choice choice-on' : 'choice'}>
              <input
                type="radio"
                aria-label={`${namePart(difference.part, words)}: ${heading(difference, side)}`}
                name={`${item.id}.${difference.part}`}
                checked={chosen[difference.part] === side}
                onChange={() => setChosen((now) => ({ ...now, [difference.part]: side }))}
              />
              <span>
                <b>{heading(difference, side)}</b>
                <span className="block">{shownPart(difference[side], words) || t('activities.conflict_empty')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button label="activities.conflict_send" disabled={!isComplete} onClick={() => void send()} />
    </div>
  )

  function heading({ byName }: Difference, side: Side): string {
    if (side === 'mine') return t('activities.conflict_mine')
    return byName ? t(['activities.conflict_theirs_by', { name: byName }]) : t('activities.conflict_theirs')
  }
}
