import { useState } from 'react'
import type { Kind } from '#core/records/model/kind.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Icon } from '#platform/web/icon.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { submit, useDevice } from '#platform/web/outbox/device.ts'
import type { OutboxItem } from '#platform/web/outbox/item.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import type { Activity, Evidence } from '../contract.ts'
import { KeptPicture } from './quick/kept-picture.tsx'
import { shrinkPicture } from './quick/picture.ts'
import { pictureFile } from './submission.ts'
import { addLink, changeEvidence, uploadFile } from '../evidence-contract.ts'

const ACCEPTED = ['.jpg', '.jpeg', '.png', '.webp', '.docx', '.pdf', '.xlsx']
const MOST_BYTES = 20 * 1_048_576
const INVALIDATED = ['activities', 'todos']

interface EvidencePartProps {
  activity: Activity
  /** What waits on this device for the activity. */
  item: OutboxItem | null
  kind: Kind
  canEdit: boolean
}

/** Pictures, files and links that prove the activity, and what its kind still asks for. Pictures go by way of the device, shrunk, and so need no network. */
export function EvidencePart({ activity, item, kind, canEdit }: EvidencePartProps) {
  const { t } = useWords()
  const { vault, isKept } = useDevice()
  const { id: recordId, unitId, evidence, evidenceMissing, values } = activity
  const upload = useUpload(uploadFile, { invalidate: INVALIDATED })
  const link = useCommand(addLink, { invalidate: INVALIDATED, onDone: () => setAddress('') })
  const [address, setAddress] = useState('')
  const waiting = (item?.attachments ?? []).filter(({ isAttached }) => !isAttached)
  const send = async (files: File[]) => {
    for (const file of files) {
      const picture = isKept && file.type.startsWith('image/') ? await shrinkPicture(file) : null
      if (!picture) await upload.send({ unitId, recordId }, file)
      else {
        const { content, ...about } = picture
        const photo = { uploadId: newOperationId(), name: file.name, bytes: content.length, ...about }
        await submit({ id: recordId, unitId, title: item?.title ?? values.title, command: null, files: [pictureFile(photo, content, { unitId, recordId, consent: false })] })
      }
    }
  }
  return (
    <section className="card stack">
      <h2>{t('activities.evidence')}</h2>
      {kind.evidence.min > 0 && (
        <p className={evidenceMissing > 0 ? 'warn tag' : 'hint'}>
          {t(evidenceMissing > 0 ? 'activities.evidence_wanted' : 'activities.evidence_enough', { count: evidenceMissing, what: t(`activities.evidence_${kind.evidence.what}`) })}
        </p>
      )}
      <ul className="activity-pictures tiles plain">
        {evidence.map((piece) => (
          <Piece key={piece.id} recordId={recordId} piece={piece} canEdit={canEdit} />
        ))}
        {vault &&
          waiting.map(({ uploadId, name }) => (
            <li key={uploadId}>
              <KeptPicture vault={vault} uploadId={uploadId} alt={t('activities.picture_of', { name })} />
              <span className="hint">{t('activities.waiting_state_waiting')}</span>
            </li>
          ))}
      </ul>
      {canEdit && (
        <div className="stack no-print">
          <FileDrop label="activities.evidence_add" accept={ACCEPTED} maxBytes={MOST_BYTES} multiple onFiles={(files) => void send(files)} sending={upload.sending} />
          <p className="hint">{t('activities.picture_hint')}</p>
          <ErrorNote error={upload.error} />
          <div className="row row-end">
            <TextInput label="activities.link" type="url" value={address} placeholder="activities.link_hint" onChange={setAddress} optional maxLength={2000} />
            <Button
              small
              kind="secondary"
              icon="link"
              label="activities.link_add"
              busy={link.isPending}
              disabled={!/^https?:\/\/\S+$/i.test(address.trim())}
              onClick={() => link.mutate({ recordId, evidenceId: newOperationId(), link: address })}
            />
          </div>
          <ErrorNote error={link.error} />
        </div>
      )}
    </section>
  )
}

function Piece({ recordId, piece, canEdit }: { recordId: string; piece: Evidence; canEdit: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const change = useCommand(changeEvidence, { invalidate: INVALIDATED })
  const { id: evidenceId, kind, name, link, caption, peopleShown, consent, takenOn, bytes } = piece
  const place = `/api/activities/${recordId}/evidence/${evidenceId}`
  const about = { recordId, evidenceId, caption, peopleShown, consent }
  const remove = () => {
    change.mutate({ ...about, removed: true })
    showToast('activities.evidence_removed', { action: { label: 'activities.undo', run: () => change.mutate(about) } })
  }
  return (
    <li>
      {kind === 'picture' ? (
        <a href={`${place}/file`} target="_blank" rel="noreferrer">
          <img src={`${place}/thumbnail`} alt={caption || t('activities.picture_of', { name: name ?? '' })} loading="lazy" />
        </a>
      ) : (
        <a href={link ?? `${place}/file`} target="_blank" rel="noreferrer">
          <Icon name={kind === 'link' ? 'link' : 'activity'} /> {caption || name || link}
        </a>
      )}
      <span className="hint">
        {takenOn && t('activities.taken_on', { day: format.day(takenOn) })} {bytes !== null && kind !== 'picture' && format.fileSize(bytes)}
      </span>
      {kind === 'picture' && (
        <>
          <Checkbox label="activities.people_shown" checked={peopleShown} disabled={!canEdit} onChange={(shown) => change.mutate({ ...about, peopleShown: shown, consent: shown && consent })} />
          {peopleShown && <Checkbox label="activities.consent" checked={consent} disabled={!canEdit} onChange={(given) => change.mutate({ ...about, consent: given })} />}
          {peopleShown && !consent && <span className="hint">{t('activities.no_consent')}</span>}
        </>
      )}
      {canEdit && <Button kind="ghost-danger" small icon="trash" label="activities.evidence_remove" onClick={remove} />}
      <ErrorNote error={change.error} />
    </li>
  )
}
