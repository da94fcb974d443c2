import { toldOnce } from '@songhanh/vanban/advice/tell-once'
import { useEffect, useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { call } from '#platform/web/api.ts'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { SplitPane } from '#platform/web/split-pane.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { getDocument, markSeen, type DocumentView } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { Delivery, Files, isPrinting } from './document-facts.tsx'
import { Links } from './document-links.tsx'
import { DocumentSteps } from './document-steps.tsx'
import { headingOf, lookOf } from './document-words.ts'
import { EntryForm } from './entry-form.tsx'
import { OriginalPage } from './original-page.tsx'
import { Findings, OriginalText } from './original-text.tsx'
import { ReadingEditor } from './reading-editor.tsx'
import { ReadingText } from './reading-text.tsx'
import { SignatureCard } from './signature-card.tsx'
import { ScanNotice } from './scan-notice.tsx'
import './documents.css'

export default function DocumentPage() {
  const documentId = useParam('documentId')
  const read = useOperation(getDocument, { documentId }, { refetchEveryMs: (document) => (document && isPrinting(document) ? 2_000 : 20_000) })
  const [loads, setLoads] = useState(0)
  const reload = () => void read.refetch().then(() => setLoads((before) => before + 1))
  return <OperationView read={read}>{(document) => <DocumentBody key={document.id} document={document} loads={loads} onReload={reload} />}</OperationView>
}

function DocumentBody({ document, loads, onReload }: { document: DocumentView; loads: number; onReload: () => void }) {
  const { t } = useWords()
  const can = useCan()
  const { active } = useSession()
  const isOwn = document.unitId === active.unitId
  const canEdit = isOwn && can('documents.edit')
  const isEditable = canEdit && lifecycleOf[document.direction].available(document.state).includes('correct')
  useMarkedSeen(document, isOwn)
  // What stands in the field that one is in, to be found in the text of the file.
  const [sought, setSought] = useState<{ text: string; page: number | null }>({ text: '', page: null })
  return (
    <>
      <PageHead title={{ text: headingOf(document) || t('documents.title_document') }} trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <div className="row row-center document-state">
        <Tag {...lookOf(document)} />
        {document.urgency !== 'normal' && <Tag tone="bad" label={`documents.urgency_${document.urgency}`} />}
        <Origin document={document} />
      </div>
      {document.returnedNote !== null && document.state === 'draft' && <Note tone="returned">{t('documents.returned_reason', { note: document.returnedNote })}</Note>}
      {document.withdrawnNote !== null && <Note tone="bad">{t('documents.withdrawn_reason', { note: document.withdrawnNote })}</Note>}
      {document.readingSource === 'scan' && document.state === 'draft' && <ScanNotice documentId={document.id} canEdit={canEdit} onAdded={onReload} />}
      {isOwn && <DocumentSteps document={document} />}
      <SplitPane
        label="documents.compare_label"
        half
        main={{
          label: 'documents.tab_reading',
          content: isEditable ? <ReadingEditor key={loads} document={document} onReload={onReload} onSeek={(text, page) => setSought({ text, page })} /> : <ReadingText reading={document.reading} subject={document.subject} />,
        }}
        aside={{
          label: 'documents.tab_original',
          content: (
            <div className="stack">
              {document.state === 'draft' && <Findings findings={toldOnce(document.reading.findings.filter(({ code }) => document.direction === 'incoming' || !GIVEN_LATER.includes(code)))} />}
              <OriginalPage document={document} page={sought.page} />
              <OriginalText document={document} sought={sought.text} />
              <SignatureCard document={document} isOwn={isOwn} />
              <Files document={document} />
              <Links document={document} canEdit={canEdit} />
              <Delivery recipients={document.recipients} />
              {isOwn && <EntryForm key={document.id} document={document} isLocked={!canEdit} />}
            </div>
          ),
        }}
      />
    </>
  )
}

/** What the unit's own documents lack until they are approved. */
const GIVEN_LATER: readonly string[] = ['missing-number', 'missing-date']

/** Where the content comes from and who answers for it. */
function Origin({ document }: { document: DocumentView }) {
  const { t } = useWords()
  if (document.direction === 'incoming' && document.readingSource === 'inside') return <span className="hint">{t('documents.confirmed_inside')}</span>
  return null
}

/** The first opening by somebody of the unit is noted; that it failed is no reason to disturb. */
function useMarkedSeen({ id, seenAt, direction }: DocumentView, isOwn: boolean): void {
  const isNew = isOwn && seenAt === null && direction === 'incoming'
  useEffect(() => {
    if (isNew) call(markSeen, { documentId: id }).catch(() => undefined)
  }, [isNew, id])
}
