import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import { traceFigure, type DefinitionView, type IndicatorView, type TraceNodeView, type TraceView } from '../contract.ts'
import { useFigureWords } from './indicator-words.tsx'
import { useNameIn } from './measure-words.ts'

/** The road back: figure, formula, units, records, evidence. */
export function TracePanel({ place, view }: { place: { unitId: string; code: string; year: number }; view: IndicatorView }) {
  const { t } = useWords()
  const words = useFigureWords()
  const read = useOperation(traceFigure, place)
  return (
    <section className="card stack">
      <h2>{t(['indicators.trace_title', { year: String(place.year) }])}</h2>
      <OperationView read={read} rows={6}>
        {(trace) => (
          <>
            <p>
              <strong>{words.figure({ ...trace, unit: view.row.unit })}</strong>
              {trace.whole !== null && ` = ${words.written(trace.part, 'count')} / ${words.written(trace.whole, 'count')}`}
            </p>
            <h3>{t('indicators.trace_formula')}</h3>
            <Tree node={trace.explain} definition={view.definition} />
            <Units trace={trace} place={place} definition={view.definition} />
            <Records trace={trace} definition={view.definition} />
          </>
        )}
      </OperationView>
    </section>
  )
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

function Tree({ node, definition }: { node: TraceNodeView; definition: DefinitionView }) {
  const { t } = useWords()
  const format = useFormat()
  const nameOf = useNameIn(definition)
  const value = node.value === null ? '—' : format.number(Number(node.value))
  return (
    <ul className="trace-tree">
      <li>
        {node.children.length > 0 ? (
          <>
            {node.operator ? SIGNS[node.operator] : '−'} = <strong>{node.operator === '/' && node.value !== null ? format.number(Number(node.value), 4) : value}</strong>
          </>
        ) : (
          <>
            {nameOf(node.text)}: <strong>{value}</strong>
            {node.untold !== null && <span className="hint"> ({t(['indicators.trace_untold', { value: format.number(Number(node.untold)) }])})</span>}
          </>
        )}
        {node.children.map((child, at) => (
          <Tree key={at} node={child} definition={definition} />
        ))}
      </li>
    </ul>
  )
}

function Units({ trace, place, definition }: { trace: TraceView; place: { code: string; year: number }; definition: DefinitionView }) {
  const { t } = useWords()
  const format = useFormat()
  const nameOf = useNameIn(definition)
  return (
    <>
      <h3>{t('indicators.trace_units')}</h3>
      <p>{t(['indicators.trace_known', { known: trace.known, units: trace.units }])}</p>
      {trace.missingCount > 0 && (
        <details>
          <summary>{t(['indicators.trace_missing', { n: trace.missingCount }])}</summary>
          <ul>
            {trace.missing.map((unit) => (
              <li key={unit.unitId}>{unit.name}</li>
            ))}
          </ul>
          {trace.missingCount > trace.missing.length && <p>{t(['indicators.trace_missing_more', { n: trace.missingCount - trace.missing.length }])}</p>}
        </details>
      )}
      {trace.sources.length > 0 && (
        <details open>
          <summary>{t('indicators.trace_sources')}</summary>
          <ul className="trace-tree">
            {trace.sources.map((unit) => (
              <li key={unit.unitId}>
                {unit.isOwn ? (
                  <>
                    {unit.unitName} ({t('indicators.trace_own')})
                  </>
                ) : (
                  <TextLink to={`/chi-tieu/${place.code}`} search={{ unit: unit.unitId, year: place.year }}>
                    {unit.unitName}
                  </TextLink>
                )}
                <span className="block hint">{unit.measures.map(({ code, value }) => `${nameOf(code)}: ${format.number(Number(value))}`).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Records({ trace, definition }: { trace: TraceView; definition: DefinitionView }) {
  const { t, find } = useWords()
  const format = useFormat()
  const nameOf = useNameIn(definition)
  return (
    <>
      <h3>{t('indicators.trace_records')}</h3>
      {trace.facts.length === 0 && <p className="hint">{t('indicators.trace_no_records')}</p>}
      <ul className="trace-tree">
        {trace.facts.map((fact, at) => (
          <li key={at}>
            <RecordName fact={fact} />
            <span className="block">
              {nameOf(fact.measure)}
              {fact.of.length > 0 && ` (${fact.of.map((part) => (part === 'whole' ? t('indicators.trace_whole') : (find(`facts.value_${part}`) ?? part))).join(', ')})`}: <strong>{format.number(fact.value)}</strong>
            </span>
            {fact.by && fact.at && <span className="block hint">{t(['indicators.trace_entered', { name: fact.by, time: format.instant(fact.at) }])}</span>}
            {fact.title && <span className="block hint">{fact.title}</span>}
            {fact.evidence.map((evidence) => (
              <span key={evidence.name} className="block">
                {evidence.href ? <a href={evidence.href}>{evidence.name}</a> : evidence.name}
              </span>
            ))}
            {fact.evidence.length === 0 && fact.sourceTable === 'indicators.hand_figure' && <span className="block hint">{t('indicators.trace_no_evidence')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function RecordName({ fact }: { fact: TraceView['facts'][number] }) {
  const { t } = useWords()
  const format = useFormat()
  const day = format.day(fact.onDay)
  if (fact.sourceTable === 'records.record') return <TextLink to={`/hoat-dong/${fact.sourceId}`}>{t(['indicators.trace_record', { day }])}</TextLink>
  return <>{t([fact.sourceTable === 'indicators.hand_figure' ? 'indicators.trace_hand_record' : 'indicators.trace_register', { day }])}</>
}
