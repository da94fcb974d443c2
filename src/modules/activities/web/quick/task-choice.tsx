import { useState } from 'react'
import { daysBetween, type PlainDate } from '#platform/clock.ts'
import { classNames } from '#platform/web/class-names.ts'
import { DateInput } from '#platform/web/date-input.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { Icon } from '#platform/web/icon.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { byNearness, type QuickForm, type QuickTask } from '../../model/quick.ts'

interface Props {
  form: QuickForm
  tasks: readonly QuickTask[]
  onChange: (patch: Partial<QuickForm>) => void
  isMissing: boolean
}

/** What was carried out: the likeliest task of the plan stands there already. */
export function TaskChoice({ form, tasks, onChange, isMissing }: Props) {
  const { t } = useWords()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const task = tasks.find(({ taskId }) => taskId === form.taskId) ?? null
  const choose = (chosen: QuickTask | null) => {
    onChange(chosen ? { taskId: chosen.taskId, nodeId: chosen.nodeId, planId: chosen.planId, title: chosen.text } : { taskId: null, nodeId: null, planId: null, title: '' })
    setOpen(false)
  }
  const when = form.onDay === today() ? t(['activities.quick_today', { day: format.day(form.onDay) }]) : format.day(form.onDay)
  return (
    <section className="stack stack-tight">
      <h2 id="quick-task">{t('activities.quick_task')}</h2>
      {!isOpen && (
        <div className="choice choice-on quick-option">
          <Icon name="check" />
          <span className="grow">
            <b>{form.nodeId === null ? t('activities.quick_outside') : form.title}</b>
            <span className="hint">{when}</span>
          </span>
          <button type="button" className="text-button" onClick={() => setOpen(true)}>
            {t('activities.quick_change')}
          </button>
        </div>
      )}
      {isOpen && (
        <div className="stack stack-tight">
          {byNearness(tasks, form.onDay).map((one) => (
            <button key={one.taskId} type="button" className={classNames('choice quick-option', one === task && 'choice-on')} aria-pressed={one === task} onClick={() => choose(one)}>
              <span className="grow">{one.text}</span>
              {one.dueOn && <span className="hint">{dueText(one.dueOn)}</span>}
            </button>
          ))}
          <button type="button" className={classNames('choice quick-option', task === null && 'choice-on')} aria-pressed={task === null} onClick={() => choose(null)}>
            <b>{t('activities.quick_outside')}</b>
          </button>
          <DateInput label="activities.quick_day" value={form.onDay} onChange={(day) => day && onChange({ onDay: day })} />
        </div>
      )}
      {form.nodeId === null && (
        <TextInput label="activities.quick_name" value={form.title} onChange={(title) => onChange({ title })} maxLength={300} error={isMissing ? 'activities.quick_name_missing' : null} />
      )}
    </section>
  )

  function dueText(dueOn: PlainDate): string {
    const days = daysBetween(today(), dueOn)
    return days === 0 ? t(['activities.quick_today', { day: format.day(dueOn) }]) : format.day(dueOn)
  }
}
