/** Kinds of documents whose tasks subordinates answer in a plan of their own. */
const ANSWERED = new Set(['kế hoạch', 'chương trình', 'chỉ thị', 'hướng dẫn'])

/** Whether subordinates answer a document of this type point by point. */
export function answersPlans(docType: string | null): boolean {
  return docType !== null && ANSWERED.has(docType.toLowerCase())
}

/** The year that a superior's plan is for: named in its title, else that of its date, else `today`'s. */
export function yearOfDirective(title: string, issuedOn: string | null, thisYear: number): number {
  const named = /năm\s+(?:học\s+)?(20\d\d)/i.exec(title)?.[1]
  return Number(named ?? issuedOn?.slice(0, 4) ?? thisYear)
}
