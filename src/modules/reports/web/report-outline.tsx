import { Button } from '#platform/web/button.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { ReportView } from '../contract.ts'
import { stateOfPart, type PartState } from '../model/part-state.ts'
import { sectionsOf, type FormSection } from '../model/form.ts'
import { goToField, PART_LOOK } from './report-words.ts'

const WEIGHT: Record<PartState, number> = { to_write: 4, gaps: 3, written: 2, auto: 1, none: 0 }

/** What is least ready in a section stands for it. */
export function stateOfSection(section: FormSection, report: Pick<ReportView, 'body'>): PartState {
  const states = section.parts.map((part) => stateOfPart(part, report.body.parts.find(({ key }) => key === part.key)))
  return states.reduce<PartState>((worst, state) => (WEIGHT[state] > WEIGHT[worst] ? state : worst), 'none')
}

/** The sections with how far each is, and the way to the next one that must be written. */
export function ReportOutline({ report }: { report: ReportView }) {
  const { t } = useWords()
  const sections = sectionsOf(report.form.sections)
  const parts = sections.flatMap(({ section }) => section.parts)
  const open = parts.find((part) => stateOfPart(part, report.body.parts.find(({ key }) => key === part.key)) === 'to_write')
  const commented = report.openFields?.[0]
  return (
    <nav className="report-outline card stack" aria-label={t('reports.outline')}>
      {commented && <Button small kind="secondary" icon="down" label="reports.next_commented" onClick={() => goToField(commented)} />}
      {!commented && open && <Button small kind="secondary" icon="down" label="reports.next_to_write" onClick={() => goToField(open.key)} />}
      <ol className="plain">
        {sections.map(({ number, section }) => (
          <li key={number}>
            <button type="button" className="as-link" onClick={() => goToField(section.parts[0]?.key ?? section.sections?.[0]?.parts[0]?.key ?? '')}>
              {number}. {section.title}
            </button>{' '}
            {section.parts.length > 0 && stateOfSection(section, report) !== 'none' && <Tag {...PART_LOOK[stateOfSection(section, report)]} />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
