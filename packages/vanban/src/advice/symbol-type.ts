import { DOCUMENT_TYPES, typesOfSymbol } from '../reading/document-types.ts'
import type { Advice, Draft } from './text.ts'

/** The abbreviation in the symbol is that of the type (Decree 30, annex III.I): TTr, not TT or TTR, for a “Tờ trình”. */
export function checkSymbolType({ model: { header } }: Draft): readonly Advice[] {
  const { symbol, docType, number } = header
  const asked = docType === null ? undefined : DOCUMENT_TYPES[docType]
  const [printed, ...rest] = (symbol ?? '').split('-')
  if (!asked || asked.length === 0 || !printed || rest.length === 0 || asked.includes(printed) || typesOfSymbol(symbol ?? '').includes(docType!)) return []
  const proposal = [asked[0], ...rest].join('-')
  return [{ code: 'symbol-type', severity: 'warning', quote: `${number ?? ''}/${symbol}`, note: `Chữ viết tắt của ${docType!.toLowerCase()} là ${asked[0]}.`, proposal: `${number ?? ''}/${proposal}` }]
}
