import { AutoText } from '#platform/web/auto-text.tsx'
import { Note } from '#platform/web/note.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { ReportView } from '../contract.ts'
import { sectionsOf, type FormPart } from '../model/form.ts'
import { FigureGrid } from './figure-grid.tsx'
import { isOpen } from './open-field.ts'
import { stateOfSection } from './report-outline.tsx'
import { fieldId, PART_LOOK } from './report-words.ts'
import { ToldSentences } from './told-sentences.tsx'
import type { ReportEditing } from './use-report-editing.ts'

export interface SectionsProps {
  report: ReportView
  editing: ReportEditing
  /** Key of the sentence whose records are shown. */
  shownSources: string | null
  onSources: (key: string | null) => void
}

/** The report as it reads, section by section; each field is edited in its place. */
export function ReportSections(props: SectionsProps) {
  const { t } = useWords()
  const { report } = props
  return (
    <div className="stack">
      {sectionsOf(report.form.sections).map(({ number, depth, section }) => {
        const Heading = depth === 1 ? 'h2' : 'h3'
        const state = stateOfSection(section, report)
        const heading = (
          <Heading>
            {number}. {section.title} {section.parts.length > 0 && state !== 'none' && <Tag {...PART_LOOK[state]} />}
          </Heading>
        )
        if (section.parts.length === 0) return <div key={number}>{heading}</div>
        return (
          <section key={number} className="card stack">
            {heading}
            {section.parts.map((part) => (
              <div key={part.key} id={fieldId(part.key)} className="stack">
                {report.comments
                  .filter(({ field, number: version }) => version === report.version && field !== null && field.split(/[/#]/)[0] === part.key)
                  .map((comment) => (
                    <Note key={comment.id} tone="warn">
                      <b>{t('reports.superior_says')}</b> {comment.text}
                    </Note>
                  ))}
                <Part {...props} part={part} sectionTitle={section.title} depth={depth} />
              </div>
            ))}
          </section>
        )
      })}
    </div>
  )
}

function Part({ part, sectionTitle, depth, ...props }: SectionsProps & { part: FormPart; sectionTitle: string; depth: number }) {
  const { report, editing } = props
  const body = report.body.parts.find(({ key }) => key === part.key)
  if (!body) return null
  if (body.kind === 'told') return <ToldSentences body={body} {...props} isOpen={isOpen(report, editing, part.key)} />
  if (body.kind !== 'text') return <FigureGrid part={part} body={body} sectionTitle={sectionTitle} depth={depth} report={report} editing={editing} />
  if (part.kind !== 'text') return null
  return <WrittenText part={part} {...props} text={body.text} />
}

function WrittenText({ part, text, report, editing }: SectionsProps & { part: Extract<FormPart, { kind: 'text' }>; text: string | null }) {
  const { t } = useWords()
  if (!isOpen(report, editing, part.key)) {
    return (
      <div>
        <b>{part.ask}</b>
        {text ? text.split(/\n+/).map((line) => <p key={line}>{line}</p>) : <p className="hint">{t('reports.nothing_written')}</p>}
      </div>
    )
  }
  return (
    <AutoText
      label={['reports.text_label', { ask: part.ask }]}
      optional={!part.required}
      value={editing.valueOf('texts', part.key) ?? ''}
      onChange={(value) => editing.set('texts', part.key, value.trim() === '' ? null : value)}
      rows={4}
    />
  )
}
