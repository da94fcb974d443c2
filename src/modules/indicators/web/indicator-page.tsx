import './indicators.css'
import { lazy, Suspense } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { today, useFormat } from '#platform/web/format.ts'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { useListState, useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { SplitPane } from '#platform/web/split-pane.tsx'
import { Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import { compareIndicator, getIndicator, type IndicatorView } from '../contract.ts'
import { useFormulaWords } from './measure-words.ts'
import { StateMark, useFigureWords } from './indicator-words.tsx'
import { TargetList } from './target-list.tsx'
import { TracePanel } from './trace-panel.tsx'
import { YearsTable } from './years-table.tsx'

// Fetched with the page, not before it: most visits end at the list.
const TrajectoryChart = lazy(() => import('./trajectory-chart.tsx'))
const UnitsBelow = lazy(() => import('./units-below.tsx'))

export default function IndicatorPage() {
  const { active } = useSession()
  const code = useParam('code')
  const [list] = useListState({ unit: active.unitId, year: Number(today().slice(0, 4)) })
  const place = { unitId: list.unit, code, year: list.year }
  const read = useOperation(getIndicator, place)
  const words = useFigureWords()
  const { t } = useWords()
  return (
    <>
      <PageHead
        title={read.data ? { text: `${code} ${words.name(read.data.definition.name)}` } : 'indicators.title'}
        trail={[{ to: '/chi-tieu', text: t('indicators.back') }, ...(read.data ? [{ text: read.data.unitName }] : []), { text: String(list.year) }]}
      />
      <OperationView read={read} rows={6}>
        {(view) => (
          <SplitPane
            label="indicators.pane"
            main={{ label: 'indicators.pane_main', content: <Result view={view} place={place} /> }}
            aside={{ label: 'indicators.pane_trace', content: <TracePanel place={place} view={view} /> }}
          />
        )}
      </OperationView>
    </>
  )
}

interface Place {
  readonly unitId: string
  readonly code: string
  readonly year: number
}

function Result({ view, place }: { view: IndicatorView; place: Place }) {
  const { t } = useWords()
  const words = useFigureWords()
  const { row, definition } = view
  const yesNo = row.isYesNo && !view.isBelow
  const goal = view.years.at(-1)?.target?.value ?? null
  const label = t(['indicators.chart_label', { name: words.name(definition.name), year: String(place.year), value: words.figure(row), goal: words.written(goal, row.unit) }])
  return (
    <div className="stack">
      <section className="card stack stack-tight">
        <div className="row row-center">
          <h2>{words.figure(row, yesNo)}</h2>
          <StateMark state={row.state} />
        </div>
        {row.whole !== null && !yesNo && <p>{t(['indicators.figure_of', { part: words.written(row.part, 'count'), whole: words.written(row.whole, 'count') }])}</p>}
        {row.target && (
          <p>
            {t(['indicators.column_target', { year: String(place.year) }])}: <strong>{words.written(row.target.value, row.unit)}</strong> ({words.target(row.target)})
          </p>
        )}
        <p className="hint">
          {view.isBelow && `${t(['indicators.known_of', { known: row.known, units: row.units }])} · `}
          {t(row.byHand ? 'indicators.by_hand' : 'indicators.counted')}
        </p>
      </section>
      {view.menShare !== null && <Note>{t(['indicators.men_share', { share: words.written(view.menShare, 'score') }])}</Note>}
      <section className="card">
        <h2>{t('indicators.chart_title')}</h2>
        <Suspense fallback={<LoadingState rows={4} />}>
          <TrajectoryChart label={label} years={view.years} unit={row.unit} year={place.year} />
        </Suspense>
        <p className="hint">
          ● {t('indicators.chart_actual')} · + {t('indicators.chart_target')}
        </p>
        <YearsTable view={view} />
      </section>
      <TargetList view={view} place={place} />
      {view.breakdowns.map(({ split, rows }) => (
        <Table
          key={split}
          caption={`indicators.breakdown_${split}`}
          columns={[
            { key: 'key', header: 'indicators.column_key', isName: true, cell: ({ key }) => capital(t(`facts.value_${key}` as 'facts.value_F')) },
            { key: 'value', header: 'indicators.column_value', isNumber: true, cell: (part) => words.figure({ ...part, unit: row.unit }) },
            { key: 'of', header: 'indicators.column_source', isNumber: true, cell: (part) => (part.whole === null ? '' : `${words.written(part.part, 'count')} / ${words.written(part.whole, 'count')}`) },
          ]}
          rows={rows}
          keyOf={({ key }) => key}
        />
      ))}
      {view.isBelow ? (
        <Suspense fallback={<LoadingState rows={4} />}>
          <UnitsBelow place={place} unit={row.unit} canGive={view.can.give} />
        </Suspense>
      ) : (
        <Comparison place={place} view={view} />
      )}
      <DefinitionCard view={view} />
    </div>
  )
}

function Comparison({ place, view }: { place: Place; view: IndicatorView }) {
  const { t } = useWords()
  const words = useFigureWords()
  const read = useOperation(compareIndicator, place)
  const of = (value: number | null) => words.written(value, view.row.unit)
  return (
    <section className="card">
      <h2>{t('indicators.compare_title')}</h2>
      <OperationView read={read} rows={2}>
        {(found) =>
          found.isTooFew ? (
            <p>{t('indicators.compare_few')}</p>
          ) : (
            <>
              <p>{t(['indicators.compare_text', { known: found.known, similar: found.similar, lowest: of(found.lowest), median: of(found.median), highest: of(found.highest) }])}</p>
              {found.rank !== null && <p>{t(['indicators.compare_rank', { rank: found.rank }])}</p>}
            </>
          )
        }
      </OperationView>
    </section>
  )
}

function DefinitionCard({ view }: { view: IndicatorView }) {
  const { t } = useWords()
  const format = useFormat()
  const { definition } = view
  const inWords = useFormulaWords(definition)
  return (
    <section className="card">
      <h2>{t('indicators.definition')}</h2>
      <p>{inWords(definition.formula)}</p>
      <p className="hint">
        <code>{definition.formula}</code>
      </p>
      <p>{t(['indicators.definition_source', { source: definition.source }])}</p>
      <p className="hint">
        {t(['indicators.definition_version', { version: String(definition.version), day: format.day(definition.validFrom) }])} ·{' '}
        {definition.ownerName === null ? t('indicators.definition_catalogue') : t(['indicators.definition_owner', { unit: definition.ownerName }])}
      </p>
      {definition.milestones.length > 0 && (
        <>
          <h3>{t('indicators.milestones')}</h3>
          <ul>
            {definition.milestones.map(({ year, words, sure }) => (
              <li key={year}>
                {t(['indicators.milestone', { year: String(year), words }])}{' '}
                <span className="hint">
                  ({sure === 'none' ? '–' : t(sure === 'verified' ? 'indicators.source_official' : 'indicators.source_official_recalled')}
                  {year === 2025 ? `; ${t('indicators.stage_closed')}` : ''})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
