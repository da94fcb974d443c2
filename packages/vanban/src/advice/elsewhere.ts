import { asPrinted } from '../checking/printed-date.ts'
import { groupsOf, type Aspect, type Contradiction, type NamedForm } from './contradictions.ts'
import { atFirstStroke } from './one-document.ts'
import type { Advice, Draft } from './text.ts'

const WORDS = { number: 'số', symbol: 'ký hiệu', date: 'ngày', issuer: 'cơ quan ban hành', title: 'trích yếu' } as const satisfies Record<Aspect, string>
const isWhole = (date: string | null): boolean => date !== null && date.length === 10

/**
 * Citations beside what other documents say of the same document: another number, symbol, day, issuer or title. Only where
 * the others are likely right; what a register of the field says is told by `checkAgainstRegister`.
 */
export function checkAgainstOthers({ cited }: Draft, elsewhere: readonly NamedForm[]): readonly Advice[] {
  if (elsewhere.length === 0) return []
  const own = cited.flatMap((citation, at) => {
    const { type, number, symbol, date, issuer, subject } = citation
    if (number === null || symbol === null) return []
    return [{ at, form: { type, ...atFirstStroke(number, symbol), date: isWhole(date) ? date : null, issuer, title: subject, witness: 'cited' as const, times: 1 } }]
  })
  const forms = [...elsewhere, ...own.map(({ form }) => form)]
  const told = new Set<string>()
  return groupsOf(forms).flatMap(({ forms: members, contradictions }) =>
    contradictions.flatMap((contradiction) =>
      members.filter((member) => member >= elsewhere.length).flatMap((member): Advice[] => {
        const citation = cited[own[member - elsewhere.length]!.at]!
        const found = remark(contradiction, member, forms)
        const key = `${contradiction.aspect} ${citation.printed}`
        if (found === null || told.has(key)) return []
        told.add(key)
        const { value, note } = found
        const { number, symbol } = forms[member]!
        const proposal = contradiction.aspect === 'number' ? citation.printed.replace(number, value) : contradiction.aspect === 'symbol' ? citation.printed.replace(symbol, value) : null
        return [{ code: `citation-${contradiction.aspect}-conflict`, severity: 'warning', quote: citation.printed, note, place: citation.place, ...(proposal === null || proposal === citation.printed ? {} : { proposal }) }]
      }),
    ),
  )
}

function remark({ aspect, variants, likely }: Contradiction, member: number, forms: readonly NamedForm[]): { value: string; note: string } | null {
  if (likely === null || likely.because === 'register') return null
  const right = variants[likely.variant]!
  const mine = variants.find((variant) => variant.forms.includes(member))
  if (mine === undefined || mine === right) return null
  const value = aspect === 'date' ? asPrinted(right.value) : right.value
  const times = right.forms.reduce((sum, at) => sum + forms[at]!.times, 0)
  const why = likely.because === 'itself' ? 'chính văn bản ấy trong sổ của đơn vị ghi' : `${times} văn bản khác mà đơn vị có đều ghi`
  return { value: right.value, note: `Cùng một văn bản nhưng khác ${WORDS[aspect]}: ${why} “${value}”.` }
}
