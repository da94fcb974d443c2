import { useState } from 'react'
import { parseAttendance } from '#core/records/model/attendance.ts'
import { type Audience, type Kind } from '#core/records/model/kind.ts'
import { countsOfAttendance } from '#core/records/model/people-grid.ts'
import type { Attendee, HeadCount } from '#core/records/model/record.ts'
import { hrefOf } from '#platform/web/api.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { Icon } from '#platform/web/icon.tsx'
import { DownloadLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { Select } from '#platform/web/select.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { type AttendanceAnswer, exportAttendance, uploadAttendance } from '../attendance-contract.ts'
import { audienceLabel, sexLabel } from './activity-words.ts'

const MOST_BYTES = 5 * 1_048_576
const MOST_SHOWN = 20

interface AttendancePartProps {
  unitId: string
  /** Null while the server does not have the activity: then there is nothing to export. */
  recordId: string | null
  kind: Kind
  attendance: readonly Attendee[]
  onChange: (attendance: readonly Attendee[], headCounts: readonly HeadCount[] | null) => void
}

/** The list of participants: pasted from a sheet or typed; it fills the counts and stays in the unit. */
export function AttendancePart({ unitId, recordId, kind, attendance, onChange }: AttendancePartProps) {
  const { t, find } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [audience, setAudience] = useState<Audience>(kind.audiences.includes('pupils') ? 'pupils' : kind.audiences[0]!)
  const [typed, setTyped] = useState('')
  const [faults, setFaults] = useState<AttendanceAnswer['faults']>([])
  const found = parseAttendance(typed, audience)
  const use = (list: readonly Attendee[]) => {
    onChange(list, countsOfAttendance(kind, list))
    setTyped('')
    setFaults([])
    setOpen(false)
  }
  const take = () => use([...attendance.filter((one) => one.audience !== audience), ...found])
  const upload = useUpload(uploadAttendance, {
    onDone: ({ attendees, faults: wrong }) => {
      setFaults(wrong)
      if (wrong.length === 0) use(attendees)
    },
  })
  const form = hrefOf({ ...exportAttendance, route: `${exportAttendance.route}.xlsx` }, { unitId, kind: kind.code })
  return (
    <>
      <div className="row row-center no-print">
        <Button kind="secondary" small icon="people" label={attendance.length > 0 ? ['activities.attendance_count', { count: attendance.length }] : 'activities.attendance_add'} onClick={() => setOpen(true)} />
        {attendance.length > 0 && recordId && <DownloadLink small href={`${form}&recordId=${recordId}`} label="activities.attendance_export" />}
        {attendance.length > 0 && <Button kind="ghost" small label="activities.attendance_remove" onClick={() => onChange([], null)} />}
      </div>
      {attendance.length > 0 && (
        <details className="no-print">
          <summary>{t('activities.attendance_show')}</summary>
          <ol>
            {attendance.map(({ fullName, sex, group }, at) => (
              <li key={`${fullName}.${at}`}>
                {fullName} · {t(sexLabel(sex))}
                {group && ` · ${group}`}
              </li>
            ))}
          </ol>
        </details>
      )}
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="activities.attendance"
        actions={<Button label={['activities.attendance_use', { count: found.length }]} disabled={found.length === 0} onClick={take} />}
      >
        <p className="hint">
          <Icon name="lock" /> {t('activities.attendance_private')}
        </p>
        <section className="stack stack-tight" aria-label={t('activities.attendance_file')}>
          <FileDrop label="activities.attendance_file" accept={['.xlsx']} maxBytes={MOST_BYTES} sending={upload.sending} onFiles={([file]) => file && void upload.send({ unitId, kind: kind.code }, file)} />
          <p>
            <DownloadLink small href={form} label="activities.attendance_form" />
          </p>
          <ErrorNote error={upload.error} />
          {faults.length > 0 && (
            <Note tone="bad" alert>
              <p>{t('activities.import_faults', { count: faults.length })}</p>
              <ul>
                {faults.slice(0, MOST_SHOWN).map(({ cell, column, code }) => (
                  <li key={cell}>
                    <b>{cell}</b> {column && `(${column})`}: {find(`errors.activities.fault_${code}`) ?? code}
                  </li>
                ))}
              </ul>
            </Note>
          )}
        </section>
        <h3>{t('activities.attendance_or_paste')}</h3>
        <Select label="activities.audience" value={audience} onChange={setAudience} choices={kind.audiences.map((value) => ({ value, label: audienceLabel(value) }))} />
        <AutoText label="activities.attendance_paste" hint="activities.attendance_hint" value={typed} onChange={setTyped} rows={8} />
        {found.length > 0 && (
          <p aria-live="polite">
            {t('activities.attendance_found', {
              count: found.length,
              female: found.filter(({ sex }) => sex === 'F').length,
              male: found.filter(({ sex }) => sex === 'M').length,
              unknown: found.filter(({ sex }) => sex === '').length,
            })}
          </p>
        )}
      </Dialog>
    </>
  )
}
