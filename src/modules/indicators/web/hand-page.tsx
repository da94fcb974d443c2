import './indicators.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today } from '#platform/web/format.ts'
import { DownloadLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { listHandFigures, type HandRow } from '../hand-contract.ts'
import { HandForm } from './hand-form.tsx'
import { HandImport } from './hand-import.tsx'
import { useFigureWords } from './indicator-words.tsx'

const FIRST_YEAR = 2021

/** Figures that the system does not count yet, one card for each indicator. */
export default function HandPage() {
  const { active } = useSession()
  const thisYear = Number(today().slice(0, 4))
  const [list, setList] = useListState({ unit: active.unitId, year: thisYear })
  const [onlyMissing, setOnlyMissing] = useState(false)
  const read = useOperation(listHandFigures, { unitId: list.unit, year: list.year })
  const { t } = useWords()
  return (
    <>
      <PageHead
        title="indicators.hand_title"
        trail={[{ to: '/chi-tieu', text: t('indicators.back') }, { text: String(list.year) }]}
        actions={<DownloadLink href={`/api/units/${list.unit}/hand-figures.xlsx?year=${list.year}`} label="indicators.hand_export" />}
      />
      <OperationView read={read} rows={6}>
        {({ rows, canEnter }) => {
          const missing = rows.filter(isMissing)
          return rows.length === 0 ? (
            <EmptyState title="indicators.hand_empty_title" text="indicators.hand_empty_text" />
          ) : (
            <div className="stack">
              <p>{t('indicators.hand_intro')}</p>
              <p>
                <strong>{missing.length === 0 ? t('indicators.hand_done') : t(['indicators.hand_left', { n: missing.length }])}</strong>
              </p>
              <div className="field-row">
                <Select
                  label="indicators.year"
                  value={String(list.year)}
                  onChange={(year) => setList({ year: Number(year) })}
                  choices={Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, at) => String(thisYear - at)).map((year) => ({ value: year, text: year }))}
                />
                <Checkbox label="indicators.hand_only_missing" checked={onlyMissing} onChange={setOnlyMissing} />
              </div>
              {canEnter && <HandImport unitId={list.unit} />}
              {(onlyMissing ? missing : rows).map((row) => (
                <HandCard key={`${row.code}${list.year}`} row={row} unitId={list.unit} canEnter={canEnter} />
              ))}
            </div>
          )
        }}
      </OperationView>
    </>
  )
}

/** The span that runs now, or the last one that ended, has no figure. */
function isMissing({ spans }: HandRow): boolean {
  return spans.every(({ figure }) => figure === null)
}

function HandCard({ row, unitId, canEnter }: { row: HandRow; unitId: string; canEnter: boolean }) {
  const words = useFigureWords()
  return (
    <section className="card stack">
      <h2>
        {row.code} {words.name(row.name)}
      </h2>
      {row.spans.map((span) => (
        <HandForm key={`${span.to}${span.figure?.at.toISOString() ?? ''}`} row={row} span={span} unitId={unitId} canEnter={canEnter} />
      ))}
    </section>
  )
}
