import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useListState, useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { getUnit, listChildren, type UnitView } from '../contract.ts'
import { ChangeDialog, CorrectDialog } from './change-dialog.tsx'
import { CloseDialog, MergeDialog } from './end-dialogs.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitTable } from './unit-table.tsx'
import { kindOf } from './unit-words.ts'

/** One unit as of a day: what it is, who stands above and below it, its history, and what may be done with it. */
export default function UnitPage() {
  const unitId = useParam('unitId')
  const [list, setList] = useListState({ day: '' })
  const day = /^\d{4}-\d\d-\d\d$/.test(list.day) ? list.day : null
  const read = useOperation(getUnit, { unitId, ...(day ? { day } : {}) }, { keepPrevious: true })
  return <OperationView read={read}>{(unit) => <UnitScreen key={unit.id} unit={unit} day={day} setDay={(next) => setList({ day: next ?? '' })} />}</OperationView>
}

type Open = 'correct' | 'change' | 'merge' | 'close' | null

function UnitScreen({ unit, day, setDay }: { unit: UnitView; day: string | null; setDay: (day: string | null) => void }) {
  const { t } = useWords()
  const { day: written } = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  // What is done is done to the unit of today, whatever day is looked at.
  const isNow = day === null || day === today()
  const canChange = unit.can.change && isNow && unit.closedOn === null
  return (
    <>
      <PageHead
        title={{ text: unit.current.name }}
        trail={[{ to: '/don-vi', text: t('units.title') }]}
        actions={
          <>
            {unit.can.correct && isNow && <Button kind="secondary" icon="edit" label="units.correct" onClick={() => setOpen('correct')} />}
            {canChange && <Button label="units.change" onClick={() => setOpen('change')} />}
          </>
        }
      />
      <div className="stack">
        {unit.closedOn && <Note tone="warn">{t(['units.has_closed', { day: written(unit.closedOn) }])}</Note>}
        {!isNow && <Note>{t(['units.seen_as_of', { day: written(day) }])}</Note>}
        <section className="card stack" aria-labelledby="unit-facts">
          <h2 id="unit-facts">{t('units.facts')}</h2>
          <Facts unit={unit} />
          <DateInput label="units.as_of" hint="units.as_of_hint" optional value={day} onChange={setDay} />
        </section>
        {unit.current.level !== 'school' && (
          <section className="card stack" aria-labelledby="unit-below">
            <h2 id="unit-below">{t('units.below')}</h2>
            <Below unit={unit} day={day} />
          </section>
        )}
        <section className="card stack" aria-labelledby="unit-history">
          <h2 id="unit-history">{t('units.history')}</h2>
          <UnitHistory unit={unit} />
        </section>
        {canChange && (
          <div className="row">
            <Button kind="secondary" label="units.merge" onClick={() => setOpen('merge')} />
            <Button kind="ghost-danger" label="units.close" onClick={() => setOpen('close')} />
          </div>
        )}
      </div>
      {open === 'correct' && <CorrectDialog unit={unit} onClose={close} />}
      {open === 'change' && <ChangeDialog unit={unit} onClose={close} />}
      {open === 'merge' && <MergeDialog unit={unit} onClose={close} />}
      {open === 'close' && <CloseDialog unit={unit} onClose={close} />}
    </>
  )
}

function Facts({ unit: { code, current, superiors } }: { unit: UnitView }) {
  const words = useWords()
  const { t } = words
  const rows: readonly (readonly [string, string])[] = [
    [t('units.col_kind'), kindOf(current, words)],
    ...(current.form ? [[t('units.form'), t(`units.form_${current.form}`)] as const] : []),
    ...(current.ownership ? [[t('units.ownership'), t(`units.ownership_${current.ownership}`)] as const] : []),
    [t('units.code'), code ?? '—'],
    [t('units.symbol'), current.symbol ?? '—'],
    [t('units.place'), current.place ?? '—'],
    ...(current.areaName ? [[t('units.area'), current.areaName] as const] : []),
  ]
  const lines = (['administrative', 'professional'] as const).map((line) => [line, superiors.filter((superior) => superior.line === line)] as const)
  return (
    <dl className="facts">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {lines.map(([line, above]) => (
        <div key={line}>
          <dt>{t(`units.${line}`)}</dt>
          <dd>
            {above.length === 0 && '—'}
            {above.map((superior, at) => (
              <span key={superior.id}>
                {at > 0 && ' → '}
                <TextLink to={`/don-vi/${superior.id}`}>{superior.name}</TextLink>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Below({ unit, day }: { unit: UnitView; day: string | null }) {
  const [list, setList] = useListState({ after: '' })
  const read = useOperation(listChildren, { unitId: unit.id, ...(day ? { day } : {}), ...(list.after ? { after: list.after } : {}) }, { keepPrevious: true })
  return (
    <OperationView read={read}>
      {({ units, next }) => (
        <div className="stack">
          {units.length === 0 ? <EmptyState title="units.nothing_below" icon="building" /> : <UnitTable caption={['units.below_caption', { name: unit.current.name }]} units={units} withParents={false} />}
          <div className="row">
            {list.after !== '' && <Button kind="secondary" label="units.first_page" onClick={() => setList({ after: '' })} />}
            {next && <Button kind="secondary" label="units.next_page" onClick={() => setList({ after: next })} />}
          </div>
        </div>
      )}
    </OperationView>
  )
}
