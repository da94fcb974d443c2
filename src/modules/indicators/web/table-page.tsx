import './indicators.css'
import { useSession } from '#core/access/web/session.ts'
import { LEVELS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { levelChoices, schoolLevelChoices } from '#core/units/web/unit-words.ts'
import { hrefOf } from '#platform/web/api.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ComboboxMany } from '#platform/web/combobox-many.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today } from '#platform/web/format.ts'
import { DownloadLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { exportTable, getTable, type IndicatorTable } from '../table-contract.ts'
import { SEXES_SHOWN } from '../model/table.ts'
import { useFigureWords } from './indicator-words.tsx'
import { FiguresTable } from './figures-table.tsx'

const FIRST_YEAR = 2021
const MOST_YEARS = 5
const MOST_INDICATORS = 20

export type TableList = { unit: string; ct: string; nam: string; gioi: string; q: string; cap: string; xep: string; giam: number; trang: number }

/** The units below side by side. All that is chosen is in the address. */
export default function TablePage() {
  const { active } = useSession()
  const { t } = useWords()
  const thisYear = Number(today().slice(0, 4))
  const [list, setList] = useListState<TableList>({ unit: active.unitId, ct: '', nam: String(thisYear), gioi: 'whole', q: '', cap: '', xep: '', giam: 0, trang: 1 })
  const asked = inputOf(list)
  const read = useOperation(getTable, { ...asked, page: Math.max(1, list.trang) }, { keepPrevious: true })
  const change = (patch: Partial<TableList>) => setList({ trang: 1, ...patch })
  return (
    <>
      <PageHead
        title="indicators.table_title"
        trail={[{ to: '/chi-tieu', text: t('indicators.back') }, ...(read.data ? [{ text: read.data.unitName }] : [])]}
        actions={
          <>
            <DownloadLink href={hrefOf({ ...exportTable, route: 'GET /api/units/:unitId/indicator-table.xlsx' }, asked)} label="indicators.hand_export" />
            <Button kind="secondary" icon="print" label="indicators.table_print" onClick={() => window.print()} />
          </>
        }
      />
      <OperationView read={read} rows={10}>
        {(table) => (
          <div className="stack">
            <Choices table={table} list={list} thisYear={thisYear} onChange={change} />
            {table.columns.length === 0 || table.found === 0 ? (
              <EmptyState title={table.columns.length === 0 ? 'indicators.table_nothing' : 'indicators.table_none'} text="indicators.none_text" icon="search" />
            ) : (
              <>
                <FiguresTable table={table} list={list} onSort={(xep, giam) => change({ xep, giam: giam ? 1 : 0 })} />
                <Pagination page={list.trang} pageSize={table.pageSize} total={table.found} onPage={(trang) => setList({ trang })} />
                <Legend table={table} />
              </>
            )}
          </div>
        )}
      </OperationView>
    </>
  )
}

/** As the operation takes it; what an old address has wrong is left out. */
function inputOf({ unit, ct, nam, gioi, q, cap, xep, giam }: TableList) {
  const level = [...LEVELS, ...SCHOOL_LEVELS].find((one) => one === cap)
  const codes = ct.split(',').filter((code) => /^[A-Z][A-Z0-9]{1,11}$/.test(code)).slice(0, MOST_INDICATORS)
  const years = nam.split(',').filter((year) => /^20[2-4]\d$/.test(year)).slice(0, MOST_YEARS)
  return {
    unitId: unit,
    codes: codes.join(','),
    years: years.length > 0 ? years.join(',') : today().slice(0, 4),
    sex: SEXES_SHOWN.find((one) => one === gioi) ?? 'whole',
    ...(q.trim() ? { q: q.slice(0, 100) } : {}),
    ...(level ? { level } : {}),
    ...(xep ? { sort: xep.slice(0, 30) } : {}),
    ...(giam ? { descending: true } : {}),
  }
}

function Choices({ table, list, thisYear, onChange }: { table: IndicatorTable; list: TableList; thisYear: number; onChange: (patch: Partial<TableList>) => void }) {
  const { t } = useWords()
  const words = useFigureWords()
  const chosen = table.years.map(String)
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, at) => String(thisYear - at))
  const codes = table.indicators.map(({ code }) => code)
  return (
    <div className="stack no-print">
      <ComboboxMany
        label="indicators.table_indicators"
        values={codes}
        onChange={(picked) => onChange({ ct: picked.slice(0, MOST_INDICATORS).join(',') })}
        choices={[...table.offered, ...table.indicators.filter(({ code }) => !table.offered.some((one) => one.code === code))].map(({ code, name }) => ({ value: code, text: `${code} ${words.name(name)}` }))}
      />
      <fieldset>
        <legend className="legend">{t('indicators.table_years')}</legend>
        <div className="row row-center">
          {years.map((year) => (
            <Checkbox
              key={year}
              label={['indicators.table_year', { year }]}
              checked={chosen.includes(year)}
              disabled={chosen.includes(year) ? chosen.length === 1 : chosen.length >= MOST_YEARS}
              onChange={(isOn) => onChange({ nam: (isOn ? [...chosen, year] : chosen.filter((one) => one !== year)).sort().join(',') })}
            />
          ))}
        </div>
      </fieldset>
      <div className="field-row">
        <Select label="indicators.table_sex" value={SEXES_SHOWN.find((one) => one === list.gioi) ?? 'whole'} onChange={(gioi) => onChange({ gioi })} choices={SEXES_SHOWN.map((value) => ({ value, label: `indicators.sexes_${value}` as const }))} />
        {table.levels.length > 1 && <Select label="indicators.table_level" empty="indicators.group_all" value={list.cap} onChange={(cap) => onChange({ cap })} choices={[...levelChoices, ...schoolLevelChoices].filter(({ value }) => table.levels.includes(value)).map((choice) => ({ ...choice, value: choice.value as string }))} />}
        <TextInput type="search" label="indicators.table_find" placeholder="kit.search_hint" value={list.q} onChange={(q) => onChange({ q })} />
      </div>
    </div>
  )
}

/** What the codes mean: on paper the choices above are gone. */
function Legend({ table }: { table: IndicatorTable }) {
  const { t } = useWords()
  const words = useFigureWords()
  return (
    <section aria-labelledby="table-legend">
      <h2 id="table-legend">{t('indicators.table_legend')}</h2>
      <ul className="plain">
        {table.indicators.map(({ code, name, byHand }) => (
          <li key={code}>
            <b>{code}</b> {words.name(name)} <span className="hint">({t(byHand ? 'indicators.by_hand' : 'indicators.counted')})</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('indicators.table_note')}</p>
    </section>
  )
}
