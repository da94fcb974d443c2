import { useDeferredValue, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { linkCitation, listDocuments, type DocumentLink, type DocumentView } from '../contract.ts'
import { nameOf } from './document-words.ts'

/** What the document cites, each to be linked to an entry of the register or unlinked, and what cites it. */
export function Links({ document, canEdit }: { document: DocumentView; canEdit: boolean }) {
  const { t } = useWords()
  const [linking, setLinking] = useState<DocumentLink | null>(null)
  const link = useCommand(linkCitation, { invalidate: ['documents'] })
  const set = ({ position, targetId: before }: DocumentLink, targetId: string | null) => {
    const undo = () => link.mutate({ documentId: document.id, position, targetId: before })
    link.mutate(
      { documentId: document.id, position, targetId },
      { onSuccess: () => showToast(targetId === null ? 'documents.unlinked' : 'documents.linked', { action: { label: 'documents.link_undo', run: undo } }) },
    )
    setLinking(null)
  }
  return (
    <section className="card">
      <h2>{t('documents.links', { n: document.links.length })}</h2>
      {document.links.length === 0 && <p className="hint">{t('documents.links_none')}</p>}
      <ul className="plain-list">
        {document.links.map((cited) => (
          <li key={cited.position}>
            <Citation link={cited} />{' '}
            {canEdit && cited.targetId === null && <Button small kind="ghost" label="documents.link" aria-label={`${t('documents.link')}: ${nameOf(cited)}`} onClick={() => setLinking(cited)} />}
            {canEdit && cited.targetId !== null && <Button small kind="ghost" label="documents.unlink" aria-label={`${t('documents.unlink')}: ${nameOf(cited)}`} onClick={() => set(cited, null)} />}
          </li>
        ))}
      </ul>
      <ErrorNote error={link.error} />
      {linking && <LinkDialog document={document} link={linking} onChoose={(targetId) => set(linking, targetId)} onClose={() => setLinking(null)} />}
      {document.citedBy.length > 0 && (
        <>
          <h3>{t('documents.cited_by')}</h3>
          <ul className="plain-list">
            {document.citedBy.map((citing) => (
              <li key={citing.id}>
                <TextLink to={`/van-ban/${citing.id}`}>{citing.subject || nameOf({ ...citing, docType: null })}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Citation({ link }: { link: DocumentLink }) {
  const { t } = useWords()
  const format = useFormat()
  const words = [nameOf(link), link.issuedOn === null ? null : format.day(link.issuedOn), link.subject].filter((part) => part !== null).join(' · ')
  if (link.targetId !== null) return <TextLink to={`/van-ban/${link.targetId}`}>{words}</TextLink>
  return (
    <>
      {words} <span className="hint">({t('documents.link_missing')})</span>
    </>
  )
}

const SHOWN = 10

/** The register, searched by words without diacritics or the beginning of a number. */
function LinkDialog({ document, link, onChoose, onClose }: { document: DocumentView; link: DocumentLink; onChoose: (targetId: string) => void; onClose: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const [typed, setTyped] = useState(link.numberText ?? '')
  const q = useDeferredValue(typed)
  const found = useOperation(listDocuments, { unitId: document.unitId, q, limit: String(SHOWN + 1) })
  const choices = (found.data?.documents ?? []).filter(({ id, state }) => id !== document.id && state !== 'draft').slice(0, SHOWN)
  return (
    <Dialog open onClose={onClose} title="documents.link_title" wide actions={<Button kind="ghost" label="kit.cancel" onClick={onClose} />}>
      <div className="stack">
        <p>{nameOf(link)}</p>
        <TextInput label="documents.link_search" hint="documents.link_search_hint" value={typed} onChange={setTyped} maxLength={200} />
        <ErrorNote error={found.error} />
        {found.data && choices.length === 0 && <p>{t('documents.link_nothing')}</p>}
        <ul className="plain-list">
          {choices.map((choice) => (
            <li key={choice.id}>
              <b>{nameOf(choice)}</b> {[choice.issuedOn === null ? null : format.day(choice.issuedOn), choice.issuer, choice.subject].filter((part) => part !== null).join(' · ')}{' '}
              <Button small kind="secondary" label="documents.link_choose" aria-label={`${t('documents.link_choose')}: ${nameOf(choice)} ${choice.subject}`} onClick={() => onChoose(choice.id)} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
