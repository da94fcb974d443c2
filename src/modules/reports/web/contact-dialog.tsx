import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button, buttonClass } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { listContacts, noteContact, type BoardRow } from '../board-contract.ts'
import { CONTACT_WORDS } from './board-words.ts'

type Kind = 'call' | 'zalo' | 'other'

/** Calls or writes to a unit, and keeps who spoke with whom, when and about what. */
export function ContactDialog({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { t } = useWords()
  const [kind, setKind] = useState<Kind>('call')
  const [withWhom, setWithWhom] = useState(row.contact?.name ?? '')
  const [said, setSaid] = useState('')
  const read = useOperation(listContacts, { reportId: row.reportId })
  const note = useCommand(noteContact, {
    invalidate: ['reports'],
    onDone: () => {
      showToast('reports.contact_noted')
      setSaid('')
    },
  })
  const save = (how: Kind, what: string) => note.mutate({ reportId: row.reportId, kind: how, withWhom: withWhom.trim() || null, said: what.trim() || null })
  const phone = row.contact?.phone?.replace(/[^\d+]/g, '') ?? ''
  return (
    <Dialog open wide onClose={onClose} title={['reports.log_title', { unit: row.unitName }]} actions={<Button label="reports.contact_save" busy={note.isPending} onClick={() => save(kind, said)} />}>
      <div className="stack">
        <p>
          {row.contact ? [row.contact.name, row.contact.jobTitle].filter((part) => part !== null).join(', ') : t('reports.no_contact')}
        </p>
        {phone !== '' && (
          <div className="row row-center">
            <a href={`tel:${phone}`} className={buttonClass({ kind: 'secondary' })} onClick={() => setKind('call')}>
              {t(['reports.call', { phone }])}
            </a>
            <a href={`https://zalo.me/${phone}`} target="_blank" rel="noreferrer" className={buttonClass({ kind: 'secondary' })} onClick={() => setKind('zalo')}>
              {t('reports.open_zalo')}
            </a>
          </div>
        )}
        <Select label="reports.contact_kind" value={kind} onChange={setKind} choices={(['call', 'zalo', 'other'] as const).map((value) => ({ value, label: CONTACT_WORDS[value] }))} />
        <TextInput label="reports.contact_whom" optional value={withWhom} onChange={setWithWhom} maxLength={200} />
        <AutoText label="reports.contact_said" optional value={said} onChange={setSaid} maxLength={2000} />
        {note.error && <ErrorNote error={note.error} />}
        <h3>{t('reports.log')}</h3>
        <OperationView read={read}>{(contacts) => (contacts.length === 0 ? <p className="hint">{t('reports.log_empty')}</p> : <Log contacts={contacts} />)}</OperationView>
      </div>
    </Dialog>
  )
}

function Log({ contacts }: { contacts: readonly { id: string; kind: keyof typeof CONTACT_WORDS; withWhom: string | null; said: string | null; personName: string | null; told: number | null; at: Date }[] }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <ul className="report-checks">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <b>{t(CONTACT_WORDS[contact.kind])}</b> · {format.instant(contact.at)}
          {contact.personName && ` · ${contact.personName}`}
          {contact.withWhom && ` → ${contact.withWhom}`}
          {contact.told !== null && ` · ${t(['reports.log_told', { n: contact.told }])}`}
          {contact.said && <p>{contact.said}</p>}
        </li>
      ))}
    </ul>
  )
}
