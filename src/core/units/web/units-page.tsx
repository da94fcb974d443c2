import { useDeferredValue } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { ButtonLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { searchUnits } from '../contract.ts'
import { LEVELS, SCHOOL_LEVELS } from '../model/unit.ts'
import { UnitTable } from './unit-table.tsx'
import { levelChoices, schoolLevelChoices } from './unit-words.ts'

/** Units by words of the name, within the person's own scope or everywhere, as of a day. */
export default function UnitsPage() {
  const { t } = useWords()
  const { day: written } = useFormat()
  const { active } = useSession()
  const can = useCan()
  const [list, setList] = useListState({ q: '', level: '', school: '', all: '', closed: '', day: '', after: '' })
  const text = useDeferredValue(list.q.trim())
  const level = LEVELS.find((value) => value === list.level)
  const schoolLevel = SCHOOL_LEVELS.find((value) => value === list.school)
  const day = /^\d{4}-\d\d-\d\d$/.test(list.day) ? list.day : null
  const read = useOperation(
    searchUnits,
    {
      text,
      ...(level ? { level } : {}),
      ...(schoolLevel ? { schoolLevel } : {}),
      ...(list.all ? {} : { below: active.unitId }),
      ...(day ? { day } : {}),
      closed: list.closed !== '',
      ...(list.after ? { after: list.after } : {}),
    },
    { keepPrevious: true },
  )
  const filter = (patch: Partial<typeof list>) => setList({ after: '', ...patch })
  const actions = can('units.create') && (
    <>
      <ButtonLink to="/don-vi/moi" label="units.new" icon="plus" />
      <ButtonLink to="/don-vi/nhap" label="units.import" icon="upload" kind="secondary" />
    </>
  )
  return (
    <>
      <PageHead title="units.title" actions={actions} />
      <div className="stack">
        <search className="stack">
          <FieldRow>
            <TextInput type="search" label="units.search" hint="units.search_hint" value={list.q} onChange={(q) => filter({ q })} />
            <Select label="units.level" value={level ?? ''} onChange={(value) => filter({ level: value })} choices={levelChoices} empty="units.all_levels" />
            <Select label="units.school_level" value={schoolLevel ?? ''} onChange={(value) => filter({ school: value })} choices={schoolLevelChoices} empty="units.all_levels" />
            <DateInput label="units.as_of" hint="units.as_of_hint" optional value={day} onChange={(value) => filter({ day: value ?? '' })} />
          </FieldRow>
          <div className="row">
            <Checkbox label="units.everywhere" checked={list.all !== ''} onChange={(isOn) => filter({ all: isOn ? 'co' : '' })} />
            <Checkbox label="units.with_closed" checked={list.closed !== ''} onChange={(isOn) => filter({ closed: isOn ? 'co' : '' })} />
          </div>
        </search>
        {day && day !== today() && <Note>{t(['units.seen_as_of', { day: written(day) }])}</Note>}
        <OperationView read={read}>
          {({ units, next }) => (
            <div className="stack">
              {units.length === 0 ? <EmptyState title="units.none_title" text="units.none_text" icon="building" /> : <UnitTable caption="units.caption" units={units} />}
              <div className="row">
                {list.after !== '' && <Button kind="secondary" label="units.first_page" onClick={() => setList({ after: '' })} />}
                {next && <Button kind="secondary" label="units.next_page" onClick={() => setList({ after: next })} />}
              </div>
            </div>
          )}
        </OperationView>
      </div>
    </>
  )
}
