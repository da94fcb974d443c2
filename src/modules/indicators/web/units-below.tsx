import { lazy, Suspense, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { TextLink } from '#platform/web/link.tsx'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import { listBelow, type BelowView } from '../contract.ts'
import { giveTargets, previewSplit } from '../target-contract.ts'
import { placesOf, type UnitOfMeasure } from '../model/definition.ts'
import { PROVINCE_TILES } from '../reference/province-tiles.ts'
import { StateMark, useFigureWords } from './indicator-words.tsx'

interface Place {
  readonly unitId: string
  readonly code: string
  readonly year: number
}

const PER_PAGE = 50

const ProvinceMap = lazy(() => import('./province-map.tsx'))

/** Whether some of these have a tile on the map: Departments of provinces, what the Ministry sees. */
function isOfProvinces({ units }: BelowView): boolean {
  return units.some(({ provinceCode }) => provinceCode !== null && provinceCode in PROVINCE_TILES)
}

/** The units directly below with their figures, targets and what they have promised together. */
export default function UnitsBelow({ place, unit, canGive }: { place: Place; unit: UnitOfMeasure; canGive: boolean }) {
  const { t } = useWords()
  const read = useOperation(listBelow, place)
  const [open, setOpen] = useState(false)
  return (
    <section className="stack">
      <div className="row row-center">
        <h2 className="grow">{t('indicators.below_title')}</h2>
        {canGive && <Button kind="secondary" icon="settings" label="indicators.split_open" onClick={() => setOpen(true)} />}
      </div>
      <OperationView read={read} rows={4}>
        {(below) => <BelowTable below={below} place={place} unit={unit} />}
      </OperationView>
      {open && <SplitDialog place={place} unit={unit} onClose={() => setOpen(false)} />}
    </section>
  )
}

function BelowTable({ below, place, unit }: { below: BelowView; place: Place; unit: UnitOfMeasure }) {
  const { t } = useWords()
  const words = useFigureWords()
  const [page, setPage] = useState(1)
  const of = (value: number | null) => words.written(value, unit)
  return (
    <>
      {isOfProvinces(below) && (
        <Suspense fallback={<LoadingState rows={6} />}>
          <ProvinceMap below={below} place={place} unit={unit} />
        </Suspense>
      )}
      <p>
        {below.committedUnits === 0
          ? t('indicators.below_no_commitment')
          : t(['indicators.below_committed', { n: below.committedUnits, committed: of(below.committed), target: of(below.target), gap: of(below.gap) }])}
      </p>
      <Table
        caption="indicators.below_title"
        hideCaption
        cards
        columns={[
          {
            key: 'name',
            header: 'indicators.below_unit',
            isName: true,
            cell: (row) => (
              <TextLink to={`/chi-tieu/${place.code}`} search={{ unit: row.unitId, year: place.year }}>
                {row.unitName}
              </TextLink>
            ),
          },
          { key: 'value', header: 'indicators.column_value', isNumber: true, cell: (row) => words.figure({ ...row, unit }) },
          { key: 'target', header: ['indicators.column_target', { year: String(place.year) }], isNumber: true, cell: (row) => of(row.target?.value ?? null) },
          { key: 'state', header: 'indicators.column_state', cell: (row) => <StateMark state={row.state} /> },
        ]}
        rows={below.units.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
        keyOf={(row) => row.unitId}
      />
      <Pagination page={page} pageSize={PER_PAGE} total={below.units.length} onPage={setPage} />
    </>
  )
}

function SplitDialog({ place, unit, onClose }: { place: Place; unit: UnitOfMeasure; onClose: () => void }) {
  const { t } = useWords()
  const words = useFigureWords()
  const [by, setBy] = useState<'size' | 'gap'>('size')
  const [goal, setGoal] = useState<number | null>(null)
  const [edited, setEdited] = useState<Readonly<Record<string, number | null>>>({})
  const read = useOperation(previewSplit, { ...place, by, ...(goal === null ? {} : { value: String(goal) }) }, { keepPrevious: true })
  const give = useCommand(giveTargets, { invalidate: ['indicators'], onDone: onClose })
  const valueOf = (row: { unitId: string; value: string | null }): number | null => (row.unitId in edited ? edited[row.unitId]! : row.value === null ? null : Number(row.value))
  const chosen = (read.data?.units ?? []).flatMap((row) => {
    const value = valueOf(row)
    return value === null ? [] : [{ unitId: row.unitId, value: String(value) }]
  })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={['indicators.split_title', { year: String(place.year) }]}
      actions={<Button label={['indicators.split_save', { n: chosen.length }]} busy={give.isPending} disabled={chosen.length === 0} onClick={() => give.mutate({ ...place, targets: chosen })} />}
    >
      <div className="stack">
        <div className="field-row">
          <NumberInput label={['indicators.split_goal_in', { unit: t(`indicators.define_unit_${unit}`) }]} value={goal ?? (read.data?.target ? Number(read.data.target) : null)} onChange={setGoal} decimals={placesOf(unit)} min={0} />
          <Select
            label="indicators.split_by"
            value={by}
            onChange={(way) => {
              setBy(way)
              setEdited({})
            }}
            choices={[
              { value: 'size', label: 'indicators.split_size' },
              { value: 'gap', label: 'indicators.split_gap' },
            ]}
          />
        </div>
        <OperationView read={read} rows={4}>
          {(split) =>
            split.target === null ? (
              <p>{t('indicators.split_empty')}</p>
            ) : (
              <>
                <p>{t(['indicators.split_sum', { sum: words.written(split.sum, unit) }])}</p>
                {split.units.some(({ value }) => value === null) && <p className="hint">{t('indicators.split_unknown')}</p>}
                <Table
                  caption="indicators.below_title"
                  hideCaption
                  columns={[
                    { key: 'name', header: 'indicators.below_unit', isName: true, cell: (row) => row.unitName },
                    { key: 'now', header: 'indicators.split_now', isNumber: true, cell: (row) => words.written(row.now, unit) },
                    {
                      key: 'give',
                      header: ['indicators.split_give_in', { unit: t(`indicators.define_unit_${unit}`) }],
                      cell: (row) => <NumberInput hideLabel label="indicators.split_give" value={valueOf(row)} onChange={(value) => setEdited((before) => ({ ...before, [row.unitId]: value }))} decimals={placesOf(unit)} min={0} />,
                    },
                  ]}
                  rows={split.units.toSorted((a, b) => Number(a.value === null) - Number(b.value === null))}
                  keyOf={(row) => row.unitId}
                />
              </>
            )
          }
        </OperationView>
        <ErrorNote error={give.error} />
      </div>
    </Dialog>
  )
}
