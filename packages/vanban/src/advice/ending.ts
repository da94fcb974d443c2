import type { Advice, Draft } from './text.ts'

/** The body ends with “./.” (Decree 30, the sample forms of annex III). */
export function checkEnding({ model: { closing }, paragraphs }: Draft): readonly Advice[] {
  const last = closing ?? paragraphs.findLast(({ place, isAppendix }) => place.part === 'body' && !isAppendix)?.text
  if (last === undefined || /\.\s*\/\s*\.\s*$/u.test(last)) return []
  const place = paragraphs.findLast(({ text }) => text === last)!.place
  const words = last.split(' ').slice(-6).join(' ')
  return [{ code: 'missing-end-mark', severity: 'info', quote: words, note: 'Nội dung văn bản kết thúc bằng dấu “./.”.', proposal: `${words.replace(/[\s.;:/]+$/u, '')}./.`, place }]
}
