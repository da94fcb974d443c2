/** `2026-10-20` as 20/10/2026, also each end of a range; months and years likewise. */
export function asPrinted(date: string): string {
  return date.split('/').map((end) => end.split('-').toReversed().join('/')).join(' – ')
}
