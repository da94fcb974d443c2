import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { setHoliday, type HolidayView } from '#core/periods/contract.ts'
import { BASES } from '#core/periods/model/holidays.ts'
import type { PlainDate } from '#platform/clock.ts'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { effectOn, holidaysFrom, withDay, type DayKind } from '../model/holiday-effect.ts'

const KINDS = ['off', 'working', 'ordinary'] as const

interface DialogProps {
  year: number
  rows: readonly HolidayView[]
  /** Null for a day that is added. */
  holiday: HolidayView | null
  onClose: () => void
}

/** What the unit says of a day, on what ground, and what that does to deadlines. */
export function HolidayDialog({ year, rows, holiday, onClose }: DialogProps) {
  const { active } = useSession()
  const isOwn = holiday?.byUnitId === active.unitId
  const [said, setSaid] = useState({
    day: holiday?.day ?? (null as PlainDate | null),
    kind: holiday?.kind ?? ('off' as DayKind),
    name: holiday?.name ?? '',
    basis: isOwn ? holiday.basis : ('decision' as HolidayView['basis']),
    source: isOwn ? holiday.source : '',
  })
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const save = useCommand(setHoliday, {
    invalidate: ['periods', 'agenda', 'assignments'],
    onDone: () => {
      showToast('calendar.holiday_saved')
      onClose()
    },
  })
  const { day } = said
  const isReady = day !== null && said.name.trim() !== '' && said.source.trim() !== ''
  const submit = () => {
    if (day !== null && isReady) save.mutate({ unitId: active.unitId, ...said, day })
  }
  return (
    <Dialog open onClose={onClose} title={holiday ? 'calendar.holiday_edit' : 'calendar.holiday_add'} actions={<Button label="calendar.save" busy={save.isPending} disabled={!isReady} onClick={submit} />}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {holiday ? <HeldDay day={holiday.day} /> : <DateInput label="calendar.holiday_day" value={day} onChange={(next) => change({ day: next })} assumedYear={year} required />}
        <RadioCards legend="calendar.holiday_kind" value={said.kind} onChange={(kind) => change({ kind })} choices={KINDS.map((value) => ({ value, label: `calendar.holiday_${value}` as const }))} />
        <TextInput label="calendar.holiday_name" value={said.name} onChange={(name) => change({ name })} required />
        <Select label="calendar.column_sure" value={said.basis} onChange={(basis) => change({ basis })} choices={BASES.map((value) => ({ value, label: `calendar.holiday_basis_${value}` as const }))} />
        <TextInput label="calendar.field_source" hint="calendar.holiday_source_hint" value={said.source} onChange={(source) => change({ source })} required />
        {day?.startsWith(`${year}-`) && <Preview rows={rows} day={day} kind={said.kind} />}
        {save.error && <ErrorNote error={save.error} />}
      </form>
    </Dialog>
  )
}

function HeldDay({ day }: { day: PlainDate }) {
  const format = useFormat()
  return (
    <p>
      <strong>{format.weekday(day)}</strong>
    </p>
  )
}

/** How deadlines and working days shift, before anything is saved. */
function Preview({ rows, day, kind }: { rows: readonly HolidayView[]; day: PlainDate; kind: DayKind }) {
  const { t } = useWords()
  const format = useFormat()
  const before = effectOn(day, holidaysFrom(rows))
  const after = effectOn(day, holidaysFrom(withDay(rows, day, kind)))
  const isSame = before.inTimeUntil === after.inTimeUntil && before.workingDays === after.workingDays
  return (
    <output className="hint">
      {isSame
        ? t('calendar.holiday_preview_same')
        : t([
            'calendar.holiday_preview',
            { after: format.day(after.inTimeUntil), before: format.day(before.inTimeUntil), workBy: format.day(after.workBy), month: Number(day.slice(5, 7)), days: after.workingDays, daysBefore: before.workingDays },
          ])}
    </output>
  )
}
