import { AutoText } from '#platform/web/auto-text.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import type { Check, ReportView } from '../contract.ts'
import { goToField, SEVERITY_LOOK } from './report-words.ts'
import type { ReportEditing } from './use-report-editing.ts'

/** What must be mended, what needs a note, what is told; each leads to its field. */
export function ReportChecks({ report, editing }: { report: ReportView; editing: ReportEditing | null }) {
  const { t } = useWords()
  const blocking = report.checks.filter(({ severity, note }) => severity === 'error' || (severity === 'doubt' && note === null)).length
  return (
    <section className="card stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('reports.checks_title')}</h2>
      <p className="hint">{blocking === 0 ? t('reports.checks_none') : t(['reports.checks_blocking', { n: blocking }])}</p>
      <ul className="stack stack-tight plain lined">
        {report.checks.map((check) => (
          <li key={check.id} className="stack stack-tight">
            <div>
              <Tag {...SEVERITY_LOOK[check.severity]} /> <CheckWords check={check} />
            </div>
            {check.severity === 'doubt' && <CheckNote check={check} editing={editing} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CheckWords({ check }: { check: Check }) {
  const { t } = useWords()
  const format = useFormat()
  const params = Object.fromEntries(Object.entries(check.params).map(([name, value]) => [name, typeof value === 'number' && name !== 'more' ? format.number(value) : value]))
  // The server names only checks that this module has words for.
  const words = t([`reports.check.${check.code}` as MessageKey, params] as Parameters<typeof t>[0])
  if (!check.field) return <>{words}</>
  return (
    <button type="button" className="as-link" onClick={() => goToField(check.field!)}>
      {words}
    </button>
  )
}

function CheckNote({ check, editing }: { check: Check; editing: ReportEditing | null }) {
  const { t } = useWords()
  if (!editing?.isEditable) return <p className="hint">{check.note ? t(['reports.check_note_is', { note: check.note }]) : t('reports.check_note_none')}</p>
  return <AutoText label="reports.check_note" value={editing.valueOf('notes', check.id) ?? ''} onChange={(note) => editing.set('notes', check.id, note.trim() === '' ? null : note)} rows={1} />
}
