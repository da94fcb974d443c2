import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { resolve, useVault } from '#platform/web/outbox/device.ts'
import type { Difference, OutboxItem } from '#platform/web/outbox/item.ts'
import { useWords } from '#platform/web/words.ts'
import { chosenInput, type Standing } from '../model/choose.ts'
import { useGround } from './quick/ground.ts'
import { namePart, shownPart } from './shown-part.ts'
import './activities.css'

type Side = 'mine' | 'theirs'
const SIDES = ['mine', 'theirs'] as const

/** Both versions of each part that two people wrote, side by side; one tap chooses one. */
export function ConflictChoice({ item }: { item: OutboxItem }) {
  const words = useWords()
  const { t } = words
  const tasks = useGround(useVault(), item.unitId)?.tasks ?? []
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const { differences, command } = item
  const left = differences.filter(({ part }) => chosen[part] === undefined).length
  const nameTask = (taskId: string) => tasks.find((task) => task.taskId === taskId)?.text ?? null
  const send = async () => {
    if (!command) return
    const mine = differences.filter(({ part }) => chosen[part] === 'mine').map(({ part }) => part)
    const input = chosenInput(command.input, item.answer as Standing, mine)
    await resolve(item.id, input && { ...command, operationId: newOperationId(), input })
  }
  return (
    <section className="stack" aria-label={t('activities.conflict_title')}>
      <p>{t('activities.conflict_choose')}</p>
      {differences.map((difference) => (
        <fieldset key={difference.part} className="conflict tiles">
          <legend>{namePart(difference.part, words)}</legend>
          {SIDES.map((side) => (
            <label key={side} className={chosen[difference.part] === side ? 'choice choice-on' : 'choice'}>
              <input
                type="radio"
                aria-label={`${namePart(difference.part, words)}: ${heading(difference, side)}`}
                name={`${item.id}.${difference.part}`}
                checked={chosen[difference.part] === side}
                onChange={() => setChosen((now) => ({ ...now, [difference.part]: side }))}
              />
              <span>
                <span className="hint block">{heading(difference, side)}</span>
                <b>{shownPart(difference[side], words, nameTask) || t('activities.conflict_empty')}</b>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="row row-center">
        <Button label="activities.conflict_send" icon="check" disabled={left > 0} onClick={() => void send()} />
        {left > 0 && <span className="hint">{t(['activities.conflict_left', { n: left }])}</span>}
      </div>
    </section>
  )

  function heading({ byName }: Difference, side: Side): string {
    if (side === 'mine') return t('activities.conflict_mine')
    return byName ? t(['activities.conflict_theirs_by', { name: byName }]) : t('activities.conflict_theirs')
  }
}
