import { createContext, type ReactNode, useEffect, useId, useState } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { useWords } from './words.ts'

/** The open dialog around a component: what floats must be inside it to be reached. */
export const DialogElement = createContext<HTMLDialogElement | null>(null)

export interface DialogProps {
  open: boolean
  /** The person closed it: button, Esc. */
  onClose: () => void
  title: Words
  children: ReactNode
  /** Buttons, the main one first. */
  actions?: ReactNode
  wide?: boolean
}

/** A modal question or form on the browser's own `<dialog>`: focus stays inside and goes back afterwards. */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const { t } = useWords()
  const id = useId()
  const [element, setElement] = useState<HTMLDialogElement | null>(null)
  useEffect(() => {
    if (!element) return
    if (open && !element.open) {
      element.showModal()
      firstField(element)?.focus()
    }
    if (!open && element.open) element.close()
  }, [element, open])
  return (
    <dialog ref={setElement} className={classNames('dialog', wide && 'dialog-wide')} aria-labelledby={id} onClose={onClose}>
      {open && (
        <DialogElement value={element}>
          <div className="dialog-head">
            <h2 id={id}>{t(title)}</h2>
            <Button kind="ghost" icon="close" iconOnly label="kit.close" onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-foot">{actions}</div>}
        </DialogElement>
      )}
    </dialog>
  )
}

/** Where typing begins: the first empty field. Without fields the browser's own choice stands. */
function firstField(dialog: HTMLDialogElement): HTMLElement | undefined {
  const fields = [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.dialog-body input:not([type=checkbox], [type=radio], [type=file]), .dialog-body textarea')]
  return fields.find((field) => field.value === '' && !field.disabled && field.tabIndex >= 0) ?? fields[0]
}
