import type { Finding } from '../model.ts'

const MISSING = /^citation-missing-(date|issuer|subject)$/
const WORDS = { date: 'ngày ban hành', issuer: 'cơ quan ban hành', subject: 'trích yếu' } as const
type Lack = keyof typeof WORDS
const SEVERITIES = ['error', 'warning', 'info'] as const

/** A remark that several findings were made into, or one that stands as it was. */
export type Told<F extends Finding> = F & { readonly proposal?: string }

/** The citation to write instead of a quote, with what it rests on; null where the document is not known. */
export type WholeCitation = (quote: string, withTitle: boolean) => { readonly words: string; readonly evidence: string } | null

/**
 * What a citation lacks as one remark: a decree that is cited by its number alone lacks day, issuer and subject at once.
 * All else stays, in its order.
 */
export function toldOnce<F extends Finding>(findings: readonly F[], wholeOf: WholeCitation = () => null): readonly Told<F>[] {
  const lacking = new Map<string, F[]>()
  for (const finding of findings) if (finding.quote !== null && MISSING.test(finding.code)) lacking.set(finding.quote, [...(lacking.get(finding.quote) ?? []), finding])
  const told = new Set<string>()
  return findings.flatMap((finding): Told<F>[] => {
    const { quote } = finding
    const group = quote === null || !MISSING.test(finding.code) ? undefined : lacking.get(quote)
    if (quote === null || group === undefined) return [finding]
    if (told.has(quote)) return []
    told.add(quote)
    const lacks = group.map(({ code }) => MISSING.exec(code)![1] as Lack)
    const severity = SEVERITIES.find((one) => group.some((each) => each.severity === one))!
    const note = `Nơi viện dẫn đầu tiên chưa ghi ${lacks.map((lack) => WORDS[lack]).join(', ')} của văn bản.`
    const whole = wholeOf(quote, lacks.includes('subject'))
    return [whole === null ? { ...finding, severity, note } : { ...finding, severity, note: `${note} Theo sổ văn bản: ${whole.evidence}.`, proposal: whole.words }]
  })
}
