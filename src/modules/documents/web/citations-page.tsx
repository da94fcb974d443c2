import { useDeferredValue, useState } from 'react'
import { clearReference } from '#core/citations/contract.ts'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { CITATIONS_A_PAGE, listCitations, type CitationEntry } from '../citation-contract.ts'
import { CITATION_SHOWS } from '../model/citations.ts'
import { CitationItem } from './citation-item.tsx'
import { ReferenceDialog } from './reference-dialog.tsx'
import './citations.css'

/** The documents on which the unit's work stands: what holds, who cites it, and where the citations contradict each other. */
export default function CitationsPage() {
  const { t } = useWords()
  const { active } = useSession()
  const can = useCan()
  const [list, setList] = useListState({ q: '', xem: 'all', trang: 1 })
  const [edited, setEdited] = useState<CitationEntry | 'new' | null>(null)
  const show = CITATION_SHOWS.find((one) => one === list.xem) ?? 'all'
  const q = useDeferredValue(list.q)
  const read = useOperation(listCitations, { unitId: active.unitId, show, page: list.trang, ...(q ? { q } : {}) }, { keepPrevious: true })
  const clear = useCommand(clearReference, { invalidate: ['documents'] })
  const mayChange = can('citations.change')
  return (
    <>
      <PageHead
        title="documents.title_citations"
        trail={[{ to: '/van-ban', text: t('documents.title') }]}
        actions={mayChange && <Button icon="plus" label="documents.reference_add" onClick={() => setEdited('new')} />}
      />
      <p>{t(mayChange ? 'documents.citations_intro_change' : 'documents.citations_intro')}</p>
      <div className="filters">
        <TextInput label="documents.citations_search" hint="documents.citations_search_hint" type="search" value={list.q} onChange={(value) => setList({ q: value, trang: 1 })} />
        <Select label="documents.citations_show" value={show} onChange={(xem) => setList({ xem, trang: 1 })} choices={CITATION_SHOWS.map((value) => ({ value, label: `documents.citations_show_${value}` as const }))} />
      </div>
      <ErrorNote error={clear.error} />
      <OperationView read={read} rows={6}>
        {({ entries, found, contradicted }) => (
          <>
            <output className="hint">
              {t('documents.citations_found', { found, contradicted })}
            </output>
            {entries.length === 0 && (
              <EmptyState title="documents.nothing_found" text="documents.citations_nothing_text" icon="search" action={<Button kind="secondary" label="documents.clear_filters" onClick={() => setList({ q: '', xem: 'all', trang: 1 })} />} />
            )}
            <ul className="stack plain-list citations">
              {entries.map((entry) => (
                <li key={`${entry.key} ${entry.date} ${entry.issuer}`} className="card stack stack-tight">
                  <CitationItem
                    entry={entry}
                    onEdit={mayChange ? () => setEdited(entry) : null}
                    onTakeBack={mayChange && entry.reference?.byUnitId === active.unitId ? () => clear.mutate({ unitId: active.unitId, changeId: entry.reference!.changeId! }) : null}
                  />
                </li>
              ))}
            </ul>
            <Pagination page={list.trang} pageSize={CITATIONS_A_PAGE} total={found} onPage={(trang) => setList({ trang })} />
          </>
        )}
      </OperationView>
      {edited && <ReferenceDialog entry={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}
