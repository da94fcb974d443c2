import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ButtonLink, DownloadLink, TextLink } from '#platform/web/link.tsx'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { StatusLine } from '#platform/web/status-line.tsx'
import { useWords } from '#platform/web/words.ts'
import { owners } from './sample.ts'

export function Buttons() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState<string | null>(null)
  return (
    <section className="stack">
      <h2>{t('sample.buttons')}</h2>
      <div className="row row-center">
        <Button label="sample.submit" />
        <Button kind="secondary" label="sample.print" icon="print" />
        <Button kind="ghost" label="sample.paste" />
        <Button kind="danger" label="sample.delete" icon="trash" />
        <Button label="sample.submit" disabled />
        <Button kind="secondary" small label="sample.add" icon="plus" />
        <Button kind="ghost" small label="sample.not_applicable" />
        <Button kind="ghost-danger" small label="sample.delete" />
        <ButtonLink to="/" label="sample.open_report" />
        <DownloadLink href="/" label="sample.print" small />
        <TextLink to="/">{t('sample.print')}</TextLink>
        <Menu label="kit.more_actions" alignStart>
          <MenuItem label="sample.move_up" icon="up" onSelect={() => undefined} />
          <MenuItem label="sample.move_down" icon="down" onSelect={() => undefined} />
          <MenuItem label="sample.delete" icon="trash" danger onSelect={() => undefined} />
        </Menu>
        <StatusLine save={{ state: 'saved', at: new Date('2026-05-18T07:32:00Z') }} />
      </div>
      <div className="row">
        <Button kind="secondary" label="sample.open_dialog" onClick={() => setOpen(true)} />
        <Button kind="secondary" label="sample.show_toast" onClick={() => showToast(['sample.reminded', { n: 91 }])} />
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="sample.return_plan"
        actions={
          <>
            <Button label="sample.return_plan" onClick={() => setOpen(false)} />
            <Button kind="ghost" label="kit.cancel" onClick={() => setOpen(false)} />
          </>
        }
      >
        <div className="stack">
          <AutoText label="sample.reason" value={reason} onChange={setReason} />
          <Combobox label="sample.owner" value={owner} onChange={setOwner} choices={owners} />
        </div>
      </Dialog>
    </section>
  )
}
