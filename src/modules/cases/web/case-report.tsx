import { useFormat } from '#platform/web/format.ts'
import { hrefOf } from '#platform/web/api.ts'
import { useWords } from '#platform/web/words.ts'
import { readAttachment, type CaseView } from '../contract.ts'
import { INTAKE_FIELDS } from '../model/intake-form.ts'
import { Lines } from './case-words.tsx'

/** What was told, as it was told. */
export function CaseReport({ view: { id: caseId, report, channel, attachments, aboutUnitName, unitName } }: { view: CaseView }) {
  const { t } = useWords()
  const format = useFormat()
  const { happening, reporter, danger, story, place, name, contact, hideFrom, form } = report
  const hidden = [hideFrom.head && t('cases.public_hide_head'), hideFrom.handlers.length > 0 && t(['cases.hidden_handlers', { n: hideFrom.handlers.length }]), hideFrom.others].filter(Boolean).join('; ')
  const rows: readonly (readonly [label: string, value: string])[] = [
    [t('cases.public_happening'), t(`cases.public_happening_${happening}`)],
    [t('cases.reporter'), reporter && t(`cases.public_reporter_${reporter}`)],
    [t('cases.danger'), danger && t(`cases.danger_${danger}`)],
    [t('cases.place'), place],
    [t('cases.name'), name],
    [t('cases.contact'), contact],
    [t('cases.hidden_from'), hidden],
    [t('cases.channel'), channel === 'web' ? '' : t(`cases.channel_${channel}`)],
    [t('cases.form_sex'), form?.sex ? t(`cases.sex_${form.sex}`) : ''],
    [t('cases.tags'), report.upward ? report.upward.tags.map((tag) => t(`cases.tag_${tag}`)).join('; ') : ''],
    [t('cases.age'), report.upward ? t(`cases.age_${report.upward.age}`) : ''],
    [t('cases.upward_done'), report.upward ? report.upward.done.map((kind) => t(`cases.step_${kind}`)).join('; ') : ''],
    [t('cases.report_up_circle'), report.upward ? t(`cases.circle_${report.upward.circle}`) : ''],
    ...INTAKE_FIELDS.map((field): [string, string] => [t(`cases.form_${field}`), form?.[field] ?? '']),
    [t('cases.column_about'), aboutUnitName === unitName ? '' : aboutUnitName],
  ]
  return (
    <section className="card stack">
      <h2>{t('cases.report_title')}</h2>
      {story ? <Lines text={story} /> : <p className="hint">{t('cases.no_story')}</p>}
      <dl className="facts">
        {rows.filter(([, value]) => value !== '').map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {attachments.length > 0 && (
        <ul className="plain-list">
          {attachments.map(({ id: fileId, name: fileName, bytes, isPicture }) => (
            <li key={fileId}>
              {fileName} ({format.fileSize(bytes)}) · {isPicture && <a href={hrefOf(readAttachment, { caseId, fileId })}>{t('cases.file_clean')}</a>} {isPicture && '· '}
              <a href={hrefOf(readAttachment, { caseId, fileId, original: true })}>{t('cases.file_original')}</a>
            </li>
          ))}
        </ul>
      )}
      {attachments.length > 0 && <p className="hint">{t('cases.file_warning')}</p>}
    </section>
  )
}
