/** `text` without tone marks, đ as d: `Đông Anh` becomes `Dong Anh`. NFD does not take đ apart, so it is replaced by hand. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** `text` for comparison without regard to case, tone marks, đ or blanks: `Đông  Anh` and `dong anh` become the same. */
export function foldVietnamese(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Whether each word of `query` occurs in `text`, in any order, without regard to marks. */
export function matchesSearch(text: string, query: string): boolean {
  const folded = foldVietnamese(text)
  return foldVietnamese(query).split(' ').every((word) => folded.includes(word))
}

const collator = new Intl.Collator('vi')

/** Vietnamese alphabetical order, for titles and names of places. */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Order of people: by given name, which is the last word, then by the whole name. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b)
}

/** The last word of a Vietnamese name: `Lê Thị Mai` → `Mai`. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? ''
}
