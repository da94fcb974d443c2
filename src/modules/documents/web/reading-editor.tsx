import type { DocumentModel } from '@songhanh/vanban/model'
import { type FocusEvent, useMemo, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ApiError } from '#platform/web/api-error.ts'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useGo } from '#platform/web/location.ts'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import { discardDocument, submitDocument, type DocumentView } from '../contract.ts'
import { confirmReading, correctReading } from '../incoming-contract.ts'
import { withValue } from '../model/habits.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import { DoubtList, HabitNotice } from './doubt-list.tsx'
import { Evidence } from './field-proof.tsx'
import { ClosingFields, HeaderFields, OpeningFields } from './reading-fields.tsx'
import { SectionFields } from './section-fields.tsx'

const MODULES = ['documents', 'todos', 'plans'] as const

/** The content of a draft to be corrected. What is typed stays on this device until the server has it. */
export function ReadingEditor({ document, onReload, onSeek }: { document: DocumentView; onReload: () => void; onSeek: (text: string, page: number | null) => void }) {
  const { t } = useWords()
  const isIncoming = document.direction === 'incoming'
  const [saved, setSaved] = useState({ version: document.version, reading: document.reading })
  const [reading, setReading] = useState<DocumentModel>(document.reading)
  const [arrivedOn, setArrivedOn] = useState(document.arrivedOn)
  const draft = useDraft(`documents.reading.${document.id}`, reading, reading === saved.reading)
  const done = (words: Parameters<typeof showToast>[0]) => showToast(words)

  const save = useCommand(correctReading, {
    invalidate: MODULES,
    onDone: ({ version }, input) => {
      setSaved({ version, reading: input.reading })
      done('documents.saved')
    },
  })
  const confirm = useCommand(confirmReading, {
    invalidate: MODULES,
    onDone: ({ arrivalNumber }, input) => {
      setSaved({ ...saved, reading: input.reading })
      done(['documents.confirmed', { number: arrivalNumber }])
    },
  })
  const submit = useCommand(submitDocument, { invalidate: MODULES, onDone: () => done('documents.submitted') })

  const submitSaved = async () => {
    const isUnchanged = reading === saved.reading
    const version = isUnchanged ? saved.version : (await save.mutateAsync({ documentId: document.id, version: saved.version, reading })).version
    submit.mutate({ documentId: document.id, version })
  }
  const error = save.error ?? confirm.error ?? submit.error
  const evidence = useMemo(() => new Map(document.evidence.map((found) => [found.field, found])), [document.evidence])
  const seek = ({ target }: FocusEvent) => {
    const field = target.closest<HTMLElement>('[data-field]')?.dataset['field']
    const found = field === undefined ? undefined : evidence.get(field)
    onSeek(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '', found?.page ?? null)
  }
  const isBusy = save.isPending || confirm.isPending || submit.isPending
  return (
    <Evidence value={evidence}>
      <div className="stack" onFocus={seek}>
        <DraftNotice draft={draft} onUse={setReading} />
        <HabitNotice applied={document.appliedHabits} reading={reading} onSet={(field, value) => setReading(withValue(reading, field, value))} />
        <DoubtList evidence={document.evidence} reading={reading} />
        <HeaderFields reading={reading} onChange={setReading} withNumber={isIncoming} />
        {isIncoming && (
          <div className="card">
            <DateInput label="documents.arrived_on" value={arrivedOn} max={today()} onChange={setArrivedOn} />
          </div>
        )}
        <OpeningFields reading={reading} onChange={setReading} />
        <SectionFields sections={reading.sections} onChange={(sections) => setReading({ ...reading, sections })} />
        <DeadlineFields deadlines={reading.deadlines} onChange={(deadlines) => setReading({ ...reading, deadlines })} />
        <ClosingFields reading={reading} onChange={setReading} />
        <ErrorNote error={error} />
        {error instanceof ApiError && error.code === 'documents.changed_meanwhile' && (
          <div>
            <Button kind="secondary" label="documents.load_new" onClick={onReload} />
          </div>
        )}
        {isIncoming && <p className="hint">{t('documents.confirm_hint')}</p>}
        <div className="card row row-center editor-foot">
          {isIncoming ? (
            <Button
              label="documents.confirm"
              icon="check"
              busy={isBusy}
              onClick={() => confirm.mutate({ documentId: document.id, version: saved.version, reading, ...(arrivedOn ? { arrivedOn } : {}) })}
            />
          ) : (
            <Button label="documents.submit" busy={isBusy} onClick={() => void submitSaved().catch(() => undefined)} />
          )}
          <Button kind="secondary" label="documents.save" busy={isBusy} onClick={() => save.mutate({ documentId: document.id, version: saved.version, reading })} />
          <Discard documentId={document.id} isIncoming={isIncoming} onDiscarded={draft.discard} />
        </div>
      </div>
    </Evidence>
  )
}

function Discard({ documentId, isIncoming, onDiscarded }: { documentId: string; isIncoming: boolean; onDiscarded: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const [isAsking, setAsking] = useState(false)
  const discard = useCommand(discardDocument, {
    invalidate: ['todos'],
    onDone: () => {
      onDiscarded()
      showToast('documents.discarded')
      go('/van-ban', { replace: true })
    },
  })
  const label = isIncoming ? 'documents.discard' : 'documents.discard_draft'
  return (
    <>
      <Button small kind="ghost-danger" icon="trash" label={label} onClick={() => setAsking(true)} />
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title="documents.discard_title"
        actions={
          <>
            <Button kind="danger" label={label} busy={discard.isPending} onClick={() => discard.mutate({ documentId })} />
            <Button kind="ghost" label="kit.cancel" onClick={() => setAsking(false)} />
          </>
        }
      >
        <p>{t('documents.discard_text')}</p>
        <ErrorNote error={discard.error} />
      </Dialog>
    </>
  )
}
