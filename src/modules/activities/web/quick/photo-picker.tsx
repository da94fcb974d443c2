import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Icon } from '#platform/web/icon.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import { useWords } from '#platform/web/words.ts'
import type { QuickForm, QuickPhoto } from '../../model/quick.ts'
import { KeptPicture } from './kept-picture.tsx'
import { shrinkPicture } from './picture.ts'

const MOST = 5

interface Props {
  vault: Vault
  form: QuickForm
  onChange: (patch: Partial<QuickForm>) => void
  isMissing: boolean
}

/** Pictures from the camera or the album, shrunk and sealed on the device before anything else happens to them. */
export function PhotoPicker({ vault, form, onChange, isMissing }: Props) {
  const { t } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { photos } = form

  const take = async (list: FileList | null) => {
    setBusy(true)
    setRefused(null)
    const taken: QuickPhoto[] = []
    for (const file of [...(list ?? [])].slice(0, MOST - photos.length)) {
      const picture = await shrinkPicture(file)
      if (!picture) {
        setRefused(file.name)
        continue
      }
      const { content, digest, takenOn } = picture
      const uploadId = newOperationId()
      await vault.putBytes(uploadId, content)
      taken.push({ uploadId, name: 'anh.jpg', bytes: content.length, digest, takenOn })
    }
    if (taken.length > 0) onChange({ photos: [...photos, ...taken] })
    setBusy(false)
  }
  const drop = async (photo: QuickPhoto) => {
    onChange({ photos: photos.filter((other) => other !== photo) })
    await vault.remove('files', photo.uploadId)
  }
  return (
    <section className="stack stack-tight">
      <h2>
        {t('activities.quick_photos')} <span className="aside">{t(['activities.quick_photos_limit', { n: MOST }])}</span>
      </h2>
      <div className="quick-photos tiles" aria-busy={isBusy || undefined}>
        {photos.map((photo, at) => (
          <span key={photo.uploadId}>
            <KeptPicture vault={vault} uploadId={photo.uploadId} alt={t(['activities.quick_photo', { n: at + 1 }])} />
            <Button kind="secondary" small icon="close" iconOnly label={['activities.quick_photo_drop', { n: at + 1 }]} onClick={() => void drop(photo)} />
          </span>
        ))}
        {photos.length < MOST && (
          <>
            <PickButton label={t('activities.quick_shoot')} icon="camera" capture onFiles={take} isBusy={isBusy} />
            <PickButton label={t('activities.quick_choose')} icon="plus" onFiles={take} isBusy={isBusy} />
          </>
        )}
      </div>
      {refused !== null && (
        <span className="error" role="alert">
          {t(['activities.quick_photo_refused', { name: refused }])}
        </span>
      )}
      {photos.length > 0 && (
        <Checkbox label="activities.quick_consent" checked={form.consent} onChange={(consent) => onChange({ consent })} error={isMissing ? 'activities.quick_consent_missing' : null} />
      )}
    </section>
  )
}

function PickButton({ label, icon, capture, onFiles, isBusy }: { label: string; icon: 'camera' | 'plus'; capture?: boolean; onFiles: (list: FileList | null) => Promise<void>; isBusy: boolean }) {
  return (
    <label className="drop file-pick">
      <Icon name={icon} />
      {label}
      <input
        className="vh"
        type="file"
        accept="image/*"
        disabled={isBusy}
        multiple={!capture}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          // emptying the box empties its list as well
          const box = event.target
          void onFiles(box.files).finally(() => {
            box.value = ''
          })
        }}
      />
    </label>
  )
}
