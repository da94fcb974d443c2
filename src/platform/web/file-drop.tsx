import { type DragEvent, useId, useState } from 'react'
import { formatFileSize } from '#platform/i18n/number.ts'
import type { Words } from '#platform/i18n/messages.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { Sending } from './upload.ts'
import { useWords } from './words.ts'

export interface FileDropProps {
  label: Words
  /** Endings that are taken, such as `.docx`; the server judges the content. */
  accept: readonly string[]
  maxBytes: number
  onFiles: (files: File[]) => void
  /** A file was named as unfit: what was said of an earlier one no longer counts. */
  onRefused?: () => void
  multiple?: boolean
  /** What is on its way; null when nothing is. */
  sending?: Sending | null
  /** Calls what is on its way off. */
  onCancel?: () => void
  error?: Words | null
}

/** A file dragged in or picked. What is too big, empty or of a wrong ending is named and not handed on. */
export function FileDrop({ label, accept, maxBytes, onFiles, onRefused, multiple = false, sending, onCancel, error }: FileDropProps) {
  const { t, language } = useWords()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [problem, setProblem] = useState<Words | null>(null)
  const shownError = problem ?? error

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    const found = files.map((file) => problemOf(file, accept, maxBytes, (bytes) => formatFileSize(bytes, language))).find((one) => one !== null)
    setProblem(found ?? null)
    if (found) onRefused?.()
    else if (files.length > 0) onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!sending) take(event.dataTransfer.files)
  }
  return (
    <div className="field">
      <span className="legend" id={`${id}-label`}>
        {t(label)}
      </span>
      <div
        className={classNames('drop', isOver && 'drop-over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        {sending ? (
          <>
            <output className="progress">
              {sending.pages ? t('kit.file_pages', { name: sending.name, ...sending.pages }) : t('kit.file_sending', { name: sending.name })}
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${(sending.pages ? sending.pages.done / sending.pages.pages : sending.share) * 100}%` }} />
              </span>
            </output>
            {onCancel && <Button kind="secondary" small icon="close" label="kit.file_cancel" onClick={onCancel} />}
          </>
        ) : (
          <>
            <span>{t('kit.file_drop')}</span>
            <label className="btn btn-secondary file-pick">
              {t('kit.file_choose')}
              <input
                className="vh"
                type="file"
                accept={accept.join(',')}
                multiple={multiple}
                aria-describedby={`${id}-label ${id}-limit${shownError ? ` ${id}-error` : ''}`}
                onChange={(event) => {
                  take(event.target.files)
                  event.target.value = ''
                }}
              />
            </label>
          </>
        )}
        <span id={`${id}-limit`} className="hint">
          {accept.join(', ')} · {t('kit.file_limit', { size: formatFileSize(maxBytes, language) })}
        </span>
      </div>
      {shownError && (
        <span id={`${id}-error`} className="error" role="alert">
          {t(shownError)}
        </span>
      )}
    </div>
  )
}

function problemOf(file: File, accept: readonly string[], maxBytes: number, sizeText: (bytes: number) => string): Words | null {
  const { name, size } = file
  if (!accept.some((ending) => name.toLowerCase().endsWith(ending))) return ['kit.file_wrong_type', { name, types: accept.join(', ') }]
  if (size === 0) return ['kit.file_empty', { name }]
  return size > maxBytes ? ['kit.file_too_big', { name, size: sizeText(size), limit: sizeText(maxBytes) }] : null
}
