import { useEffect, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { unsentCount } from '#platform/web/outbox/device.ts'
import { useWords } from '#platform/web/words.ts'
import { setSignOutQuestion } from './use-sign-out.ts'

interface Open {
  readonly unsent: number
  readonly answer: (leave: boolean) => void
}

/** Before somebody signs out with submissions that are not sent: they stay, sealed, for the same account. */
export function SignOutQuestion() {
  const { t } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  useEffect(
    () =>
      setSignOutQuestion(() => {
        const unsent = unsentCount()
        if (unsent === 0) return Promise.resolve(true)
        return new Promise((answer) => setOpen({ unsent, answer }))
      }),
    [],
  )
  const answer = (leave: boolean) => {
    open?.answer(leave)
    setOpen(null)
  }
  return (
    <Dialog
      open={open !== null}
      onClose={() => answer(false)}
      title="app.leave_title"
      actions={
        <>
          <Button label="app.leave_stay" onClick={() => answer(false)} />
          <Button kind="secondary" label="app.sign_out" onClick={() => answer(true)} />
        </>
      }
    >
      <p>{t(['app.leave_text', { n: open?.unsent ?? 0 }])}</p>
    </Dialog>
  )
}
