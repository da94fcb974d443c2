import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { clearHelpLine, listHelpLines, type HelpLineView } from '../help-line-contract.ts'
import { HelpLineDialog } from './help-line-dialog.tsx'

/** The numbers that the public page shows first; each with its source and the day of the last check. */
export default function HelpLinesPage() {
  const { t } = useWords()
  const { active } = useSession()
  const read = useOperation(listHelpLines, { unitId: active.unitId })
  const [open, setOpen] = useState<HelpLineView | 'new' | null>(null)
  return (
    <>
      <PageHead title="cases.help_title" actions={<Button icon="plus" label="cases.help_add" onClick={() => setOpen('new')} />} />
      <p>{t('cases.help_text')}</p>
      <OperationView read={read}>{({ lines }) => <Lines lines={lines} onEdit={setOpen} />}</OperationView>
      {open && <HelpLineDialog line={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function Lines({ lines, onEdit }: { lines: readonly HelpLineView[]; onEdit: (line: HelpLineView) => void }) {
  const { t, language } = useWords()
  const format = useFormat()
  const { active } = useSession()
  const clear = useCommand(clearHelpLine, { invalidate: ['cases'], onDone: () => showToast('cases.help_cleared') })
  const columns: readonly Column<HelpLineView>[] = [
    { key: 'phone', header: 'cases.help_phone', isName: true, cell: ({ phone }) => phone ?? t('cases.help_hidden') },
    { key: 'name', header: 'cases.help_name', cell: ({ name, isOwn }) => <span className="row">{name[language]} {isOwn && <Tag tone="info" label="cases.help_own" />}</span> },
    { key: 'days', header: 'cases.help_days', cell: ({ from, until }) => (from === null && until === null ? t('cases.help_always') : t(['cases.help_span', { from: from ? format.day(from) : '…', until: until ? format.day(until) : '…' }])) },
    { key: 'source', header: 'cases.help_source', cell: ({ source, isCertain }) => `${source}${isCertain ? '' : ` (${t('cases.help_uncertain')})`}` },
    { key: 'checked', header: 'cases.help_checked', cell: ({ checkedOn }) => (checkedOn ? format.day(checkedOn) : t('cases.help_never')) },
    {
      key: 'act',
      header: 'cases.help_edit',
      cell: (line) => (
        <span className="row">
          <Button small kind="secondary" label="cases.help_edit" onClick={() => onEdit(line)} />
          {line.isOwn && <Button small kind="ghost" label="cases.help_clear" busy={clear.isPending} onClick={() => clear.mutate({ unitId: active.unitId, key: line.key })} />}
        </span>
      ),
    },
  ]
  return <Table caption="cases.help_title" hideCaption cards columns={columns} rows={lines} keyOf={({ key, isOwn }) => `${key} ${isOwn}`} />
}
