import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { getPreferences, savePreferences, type Preferences } from '../contract.ts'
import { modesFor, type Mode, type Topic } from '../model/topics.ts'

/** How I want to be told: by topic, with the quiet hours and the language of the mail. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const read = useOperation(getPreferences, {})
  return (
    <OperationView read={read}>
      {({ email, ...preferences }) => <PreferencesForm email={email} before={preferences} onClose={onClose} />}
    </OperationView>
  )
}

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => index * 30)

function PreferencesForm({ email, before, onClose }: { email: string | null; before: Preferences; onClose: () => void }) {
  const { t } = useWords()
  const [wanted, setWanted] = useState(before)
  const save = useCommand(savePreferences, {
    invalidate: ['notifications'],
    onDone: () => {
      showToast('notifications.saved')
      onClose()
    },
  })
  const setMode = (topic: Topic, mode: Mode) => setWanted({ ...wanted, modes: wanted.modes.map((row) => (row.topic === topic ? { topic, mode } : row)) })
  const times = HALF_HOURS.map((minute) => ({ value: String(minute), text: clock(minute) }))
  return (
    <Dialog
      open
      onClose={onClose}
      title="notifications.settings"
      actions={
        <>
          <Button label="notifications.save" busy={save.isPending} onClick={() => save.mutate(wanted)} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        {email === null ? <Note tone="warn">{t('notifications.no_email')}</Note> : <p>{t(['notifications.email_is', { email }])}</p>}
        {wanted.modes.map(({ topic, mode }) => (
          <Select
            key={topic}
            label={`notifications.topic_${topic}`}
            {...(topic === 'deadlines' ? { hint: 'notifications.topic_binding' as const } : {})}
            value={mode}
            onChange={(next) => setMode(topic, next)}
            choices={modesFor(topic).map((value) => ({ value, label: `notifications.mode_${value}` as const }))}
          />
        ))}
        <div className="row">
          <Select label="notifications.quiet_from" value={String(wanted.quietFrom)} onChange={(minute) => setWanted({ ...wanted, quietFrom: Number(minute) })} choices={times} />
          <Select label="notifications.quiet_until" value={String(wanted.quietUntil)} onChange={(minute) => setWanted({ ...wanted, quietUntil: Number(minute) })} choices={times} />
        </div>
        <Select
          label="notifications.language"
          value={wanted.language}
          onChange={(language) => setWanted({ ...wanted, language })}
          choices={[
            { value: 'vi', text: 'Tiếng Việt' },
            { value: 'en', text: 'English' },
          ]}
        />
        <ErrorNote error={save.error} />
      </div>
    </Dialog>
  )
}

/** `6:30`. */
function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
