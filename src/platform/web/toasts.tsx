import { useSyncExternalStore } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Button } from './button.tsx'
import { useWords } from './words.ts'

interface Toast {
  readonly id: number
  readonly words: Words
  readonly isBad: boolean
  readonly action: ToastAction | undefined
}

export interface ToastAction {
  readonly label: Words
  readonly run: () => void
}

const SHOWN_MS = 7000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function replace(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id))
}

/**
 * Says at the edge of the screen that something was done. What must be read, or failed, belongs into the page
 * instead (`ErrorNote`). A toast with an action stays until it is closed.
 */
export function showToast(words: Words, options: { isBad?: boolean; action?: ToastAction } = {}): void {
  lastId += 1
  const id = lastId
  replace([...toasts.slice(-2), { id, words, isBad: options.isBad ?? false, action: options.action }])
  if (!options.action) setTimeout(() => dismiss(id), SHOWN_MS)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Once, in the shell. The region is there before its first message, or screen readers miss it. */
export function Toasts() {
  const { t } = useWords()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <output className="toasts">
      {shown.map(({ id, words, isBad, action }) => (
        <span key={id} className={isBad ? 'toast toast-bad' : 'toast'}>
          <span className="grow">{t(words)}</span>
          {action && (
            <Button
              kind="ghost"
              small
              label={action.label}
              onClick={() => {
                dismiss(id)
                action.run()
              }}
            />
          )}
          <Button kind="ghost" small icon="close" iconOnly label="kit.close" onClick={() => dismiss(id)} />
        </span>
      ))}
    </output>
  )
}
