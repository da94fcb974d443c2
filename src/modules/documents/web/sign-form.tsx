import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { STAMP_PLACES } from '../model/signatures.ts'
import { addSignedFile, signWithKey } from '../signature-contract.ts'
import { MOST_BYTES } from './accepted-files.ts'

const signedBy = ({ signers }: { signers: readonly string[] }) => showToast(['documents.signature.signed_done', { signers: signers.join(', ') }])

/** Two ways to a signature: a PDF signed with the organ's software, or a key file. */
export function SignForm({ documentId }: { documentId: string }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const { send, sending, error, forget } = useUpload(addSignedFile, { invalidate: ['documents'], onDone: signedBy })
  return (
    <div className="stack stack-tight">
      <h3>{t('documents.signature.sign_title')}</h3>
      <p>{t('documents.signature.sign_intro')}</p>
      <FileDrop label="documents.signature.sign_upload" accept={['.pdf']} maxBytes={MOST_BYTES} sending={sending} onFiles={([file]) => file && void send({ documentId }, file)} onRefused={forget} />
      {sending?.share === 1 && <output>{t('documents.signature.sign_upload_checking', { name: sending.name })}</output>}
      <ErrorNote error={error} />
      <div className="row">
        <Button kind="secondary" label="documents.signature.sign_key" onClick={() => setAsking(true)} />
      </div>
      {isAsking && <KeyDialog documentId={documentId} onClose={() => setAsking(false)} />}
    </div>
  )
}

const MOST_KEY_BYTES = 1_048_576

function KeyDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { t } = useWords()
  const [key, setKey] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [place, setPlace] = useState<(typeof STAMP_PLACES)[number]>('signer')
  const { send, sending, error, forget } = useUpload(signWithKey, {
    invalidate: ['documents'],
    onDone: (done) => {
      signedBy(done)
      onClose()
    },
  })
  const sign = () => {
    if (key) void send({ documentId }, key, { passphrase, place })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="documents.signature.sign_key_title"
      actions={
        <>
          <Button label="documents.signature.sign_do" busy={sending !== null} disabled={key === null} onClick={sign} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{t('documents.signature.sign_key_note')}</p>
        <FileDrop
          label="documents.signature.sign_key_file"
          accept={['.p12', '.pfx']}
          maxBytes={MOST_KEY_BYTES}
          onFiles={([file]) => {
            forget()
            setKey(file ?? null)
          }}
          onRefused={() => setKey(null)}
        />
        {key && <output>{key.name}</output>}
        <PasswordInput label="documents.signature.sign_passphrase" value={passphrase} onChange={setPassphrase} autoComplete="off" />
        <Select label="documents.signature.sign_place" value={place} onChange={setPlace} choices={STAMP_PLACES.map((value) => ({ value, label: `documents.signature.sign_place_${value}` as const }))} />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  )
}
