import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DocumentSummary } from '../contract.ts'
import type { Direction } from '../model/lifecycle.ts'
import { numberAndSymbol } from '../model/number.ts'
import { lookOf } from './document-words.ts'
import './documents.css'

/** The columns of the decree that are read at a glance; all ten are in the spreadsheet and on the document's page. */
export function RegisterTable({ direction, documents }: { direction: Direction; documents: readonly DocumentSummary[] }) {
  return (
    <Table
      caption={`documents.tab_${direction}`}
      hideCaption
      columns={useColumns(direction)}
      rows={documents}
      keyOf={(document) => document.id}
      cards
    />
  )
}

function useColumns(direction: Direction): readonly Column<DocumentSummary>[] {
  const { t } = useWords()
  const format = useFormat()
  const day = (value: string | null) => (value === null ? '–' : format.day(value))
  const subject: Column<DocumentSummary> = {
    key: 'subject',
    header: 'documents.register.subject',
    isName: true,
    cell: (document) => (
      <TextLink to={`/van-ban/${document.id}`}>
        {[document.docType, document.subject || t('documents.untitled')].filter((part) => part !== null).join(' ')}
      </TextLink>
    ),
  }
  const number: Column<DocumentSummary> = {
    key: 'number',
    header: 'documents.register.number',
    cell: (document) => <span className="unbroken">{numberAndSymbol(document.numberText, document.symbol) ?? '–'}</span>,
  }
  const issuedOn: Column<DocumentSummary> = { key: 'issuedOn', header: 'documents.register.issuedOn', cell: (document) => day(document.issuedOn) }
  const state: Column<DocumentSummary> = { key: 'state', header: 'documents.state', cell: (document) => <Tag {...lookOf(document)} /> }
  if (direction === 'incoming') {
    return [
      { key: 'arrivalNumber', header: 'documents.register.arrivalNumber', isNumber: true, cell: (document) => document.arrivalNumber ?? '–' },
      { key: 'arrivedOn', header: 'documents.register.arrivedOn', cell: (document) => day(document.arrivedOn) },
      { key: 'issuer', header: 'documents.register.issuer', cell: (document) => document.issuer ?? '–' },
      number,
      issuedOn,
      subject,
      state,
    ]
  }
  return [
    number,
    issuedOn,
    subject,
    { key: 'signerName', header: 'documents.register.signerName', cell: (document) => document.signerName ?? '–' },
    { key: 'recipients', header: 'documents.register.recipients', cell: (document) => document.recipientsText.join('; ') || '–' },
    state,
  ]
}
