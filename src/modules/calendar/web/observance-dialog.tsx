import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { setObservance, type Observance } from '../contract.ts'

/** What the unit says of an observance: when it is, its theme, that it is not kept; or one of its own. */
export function ObservanceDialog({ year, observance, onClose }: { year: number; observance: Observance | null; onClose: () => void }) {
  const { active } = useSession()
  const isOwnWord = observance?.byUnitId === active.unitId
  const [said, setSaid] = useState({
    changeId: isOwnWord && observance.changeId ? observance.changeId : newOperationId(),
    name: observance?.name ?? '',
    from: observance?.from ?? null,
    to: observance?.to ?? null,
    theme: observance?.theme ?? '',
    source: isOwnWord ? observance.source : '',
    dropped: observance?.dropped ?? false,
    isCertain: isOwnWord ? observance.isCertain : true,
    once: observance ? observance.thisYearOnly || !isOwnWord : false,
  })
  const save = useCommand(setObservance, { invalidate: ['calendar', 'agenda'], onDone: onClose })
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const { from, to } = said
  const submit = () => {
    if (from === null) return
    const { changeId, name, theme, source, dropped, isCertain, once } = said
    save.mutate({ unitId: active.unitId, changeId, code: observance?.code ?? null, year: once ? year : null, name, from, to: to ?? from, theme: theme.trim() || null, dropped, isCertain, source })
  }
  const isReady = said.name.trim() !== '' && from !== null && said.source.trim() !== ''
  return (
    <Dialog
      open
      onClose={onClose}
      title={observance ? 'calendar.edit_title' : 'calendar.add_observance'}
      actions={<Button label="calendar.save" busy={save.isPending} disabled={!isReady} onClick={submit} />}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) submit()
        }}
      >
        <TextInput label="calendar.field_name" value={said.name} onChange={(name) => change({ name })} required />
        <FieldRow>
          <DateInput label="calendar.field_from" value={from} onChange={(day) => change({ from: day })} assumedYear={year} required />
          <DateInput label="calendar.field_to" optional value={to} onChange={(day) => change({ to: day })} assumedYear={year} {...(from ? { min: from } : {})} />
        </FieldRow>
        <TextInput label="calendar.field_theme" optional value={said.theme} onChange={(theme) => change({ theme })} />
        <TextInput label="calendar.field_source" hint="calendar.field_source_hint" value={said.source} onChange={(source) => change({ source })} required />
        <RadioCards
          legend="calendar.column_sure"
          value={said.isCertain ? 'stated' : 'recalled'}
          onChange={(value) => change({ isCertain: value === 'stated' })}
          choices={[
            { value: 'stated', label: 'calendar.stated' },
            { value: 'recalled', label: 'calendar.recalled' },
          ]}
        />
        <RadioCards
          legend="calendar.field_years"
          value={said.once ? 'once' : 'always'}
          onChange={(value) => change({ once: value === 'once' })}
          choices={[
            { value: 'once', label: ['calendar.years_once', { year: String(year) }] },
            { value: 'always', label: 'calendar.years_always' },
          ]}
        />
        {observance?.code && <Checkbox label="calendar.field_dropped" checked={said.dropped} onChange={(dropped) => change({ dropped })} />}
        {save.error && <ErrorNote error={save.error} />}
      </form>
    </Dialog>
  )
}
