import type { DocumentSummary } from '../contract.ts'
import type { Direction } from './lifecycle.ts'
import { numberAndSymbol } from './number.ts'
import { REGISTER_COLUMNS, type RegisterColumn } from './register.ts'

/** What a cell of the register says; days as dd/MM/yyyy. */
export function registerCell(document: DocumentSummary, column: RegisterColumn): string | number | null {
  switch (column) {
    case 'number':
      return numberAndSymbol(document.numberText, document.symbol)
    case 'subject':
      return [document.docType, document.subject].filter((part) => part !== null && part !== '').join(' ')
    case 'recipients':
      return document.recipientsText.join('; ')
    case 'arrivedOn':
    case 'issuedOn':
    case 'forwardedOn':
      return printedDay(document[column])
    default:
      return document[column]
  }
}

function printedDay(day: string | null): string | null {
  return day === null ? null : day.split('-').toReversed().join('/')
}

/** The register as rows of a sheet: what it is, the heads of its columns, one row for each document. */
export function registerSheet(direction: Direction, title: string, heads: (column: RegisterColumn) => string, documents: readonly DocumentSummary[]): (string | number | null)[][] {
  const columns: readonly RegisterColumn[] = REGISTER_COLUMNS[direction]
  return [[title], [], columns.map(heads), ...documents.map((document) => columns.map((column) => registerCell(document, column)))]
}
