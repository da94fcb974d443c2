import './reports.css'
import { useState } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { DownloadLink } from '#platform/web/link.tsx'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { getConsolidation, type ConsolidationView } from '../consolidation-contract.ts'
import { CONSOLIDATION_LOOK, WHY_WORDS } from './board-words.ts'
import { CorrectedBeneath } from './corrected-beneath.tsx'
import { ConsolidationFigures } from './consolidation-figures.tsx'
import { ConsolidationSteps } from './consolidation-steps.tsx'
import { ConsolidationText } from './consolidation-text.tsx'
import { useConsolidationEditing } from './use-consolidation-editing.ts'

export default function ConsolidationPage() {
  const consolidationId = useParam('consolidationId')
  const read = useOperation(getConsolidation, { consolidationId })
  return <OperationView read={read}>{(view) => <Consolidation key={view.id} view={view} />}</OperationView>
}

function Consolidation({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const format = useFormat()
  const [tab, setTab] = useState<'text' | 'figures' | 'units'>('text')
  const editing = useConsolidationEditing(view)
  const base = `/api/consolidations/${view.id}/consolidation`
  return (
    <>
      <PageHead
        title={{ text: view.title }}
        trail={[
          { to: '/dot-bao-cao', text: t('reports.rounds_title') },
          { to: `/dot-bao-cao/${view.roundId}`, text: view.round.title },
          { to: `/dot-bao-cao/${view.roundId}/tong-hop`, text: t('reports.consolidations') },
        ]}
      />
      <div className="stack">
        <div className="row row-center">
          <Tag {...CONSOLIDATION_LOOK[view.state]} />
          <span>
            {t(['reports.included_of', { included: view.included, asked: view.asked }])} · {t('reports.cut_off')} {format.day(view.cutOff)}
          </span>
          {view.numberText && <span>{t(['reports.issued_as', { number: view.numberText, day: format.day(view.issuedOn) }])}</span>}
        </div>
        <CorrectedBeneath view={view} />
        <Later view={view} />
        <div className="report-grid">
          <Tabs
            label="reports.tabs"
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'text', label: 'reports.tab_text' },
              { value: 'figures', label: 'reports.tab_figures' },
              { value: 'units', label: 'reports.tab_units' },
            ]}
          >
            {tab === 'text' && <ConsolidationText view={view} editing={editing} />}
            {tab === 'figures' && <ConsolidationFigures view={view} />}
            {tab === 'units' && <Units view={view} />}
          </Tabs>
          <aside className="stack" aria-label={t('reports.aside')}>
            <ConsolidationSteps view={view} editing={editing} />
            <section className="card stack">
              <h2>{t('reports.files')}</h2>
              <div className="row">
                <DownloadLink small href={`${base}.pdf`} label="reports.file_pdf" icon="eye" />
                <DownloadLink small href={`${base}.docx`} label="reports.file_docx" />
                <DownloadLink small href={`${base}.xlsx`} label="reports.file_xlsx" />
              </div>
              {view.digest && <p className="hint report-digest">{t(['reports.frozen_digest', { digest: view.digest }])}</p>}
            </section>
          </aside>
        </div>
      </div>
    </>
  )
}

/** What would be otherwise if it were summed up today. */
function Later({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const { reports, figures } = view.later
  if (reports.length === 0 && figures.length === 0) return null
  const words = { new: t('reports.later_new'), changed: t('reports.later_changed'), gone: t('reports.later_gone') }
  return (
    <Note tone="warn">
      <b>{t('reports.later_title')}</b>
      <p>
        {t('reports.later_reports')}: {reports.map(({ unitName, what }) => `${unitName} (${words[what]})`).join(', ') || '–'}
      </p>
    </Note>
  )
}

function Units({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <div className="stack">
      <section className="card stack">
        <h2>{t(['reports.missing_units', { n: view.missing.length }])}</h2>
        {view.missing.length === 0 && <p>{t('reports.missing_none')}</p>}
        <ul className="report-checks">
          {view.missing.map((unit) => (
            <li key={unit.reportId}>
              {unit.unitName} <span className="hint">{t(WHY_WORDS[unit.why])}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card stack">
        <h2>{t(['reports.included_units', { n: view.reports.length }])}</h2>
        <ul className="report-checks">
          {view.reports.map((report) => (
            <li key={report.reportId}>
              <a href={`/dot-bao-cao/${view.roundId}/xem/${report.reportId}`}>{report.unitName}</a> <span className="hint">{format.instant(report.submittedAt)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
