import { useState } from 'react'
import { parseAttendance } from '#core/records/model/attendance.ts'
import { type Audience, type Kind } from '#core/records/model/kind.ts'
import { countsOfAttendance } from '#core/records/model/people-grid.ts'
import type { Attendee, HeadCount } from '#core/records/model/record.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Icon } from '#platform/web/icon.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { audienceLabel, sexLabel } from './activity-words.ts'

interface AttendancePartProps {
  kind: Kind
  attendance: readonly Attendee[]
  onChange: (attendance: readonly Attendee[], headCounts: readonly HeadCount[] | null) => void
}

/** The list of participants: pasted from a sheet or typed; it fills the counts and stays in the unit. */
export function AttendancePart({ kind, attendance, onChange }: AttendancePartProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [audience, setAudience] = useState<Audience>(kind.audiences.includes('pupils') ? 'pupils' : kind.audiences[0]!)
  const [typed, setTyped] = useState('')
  const found = parseAttendance(typed, audience)
  const take = () => {
    const list = [...attendance.filter((one) => one.audience !== audience), ...found]
    onChange(list, countsOfAttendance(kind, list))
    setTyped('')
    setOpen(false)
  }
  return (
    <>
      <div className="row row-center no-print">
        <Button kind="secondary" small icon="people" label={attendance.length > 0 ? ['activities.attendance_count', { count: attendance.length }] : 'activities.attendance_add'} onClick={() => setOpen(true)} />
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
