import type { Deadline } from '@songhanh/vanban/model'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'

const KINDS = ['report', 'activity', 'observance'] as const satisfies readonly Deadline['kind'][]

/** Days that the document names: reports, activities, observances. */
export function DeadlineFields({ deadlines, onChange }: { deadlines: readonly Deadline[]; onChange: (deadlines: readonly Deadline[]) => void }) {
  const { t } = useWords()
  const replace = (at: number, change: Partial<Deadline>) => onChange(deadlines.map((own, index) => (index === at ? { ...own, ...change } : own)))
  return (
    <section className="card stack">
      <h2>{t('documents.deadlines', { n: deadlines.length })}</h2>
      {deadlines.length === 0 && <p className="hint">{t('documents.deadlines_none')}</p>}
      {deadlines.map((deadline, index) => {
        const isWholeDay = /^\d{4}-\d\d-\d\d$/.test(deadline.date)
        return (
          <div key={index} className="field-row line-below">
            <Select
              label="documents.deadline_kind"
              value={deadline.kind}
              onChange={(kind) => replace(index, { kind })}
              choices={KINDS.map((value) => ({ value, label: `documents.deadline_${value}` }))}
            />
            <DateInput
              label="documents.deadline_day"
              hint={isWholeDay || deadline.date === '' ? undefined : ['documents.issued_on_partial', { text: deadline.date.replace(/^text:/, '') }]}
              value={isWholeDay ? deadline.date : null}
              onChange={(day) => day !== null && replace(index, { date: day })}
            />
            <TextInput label="documents.deadline_text" value={deadline.text} onChange={(text) => replace(index, { text })} />
            <Button kind="ghost-danger" small icon="trash" label="documents.deadline_remove" onClick={() => onChange(deadlines.filter((_, at) => at !== index))} />
          </div>
        )
      })}
      <div>
        <Button kind="secondary" small icon="plus" label="documents.deadline_add" onClick={() => onChange([...deadlines, { kind: 'report', date: '', qualifier: 'by', text: '' }])} />
      </div>
    </section>
  )
}
