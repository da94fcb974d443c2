import type { Tone } from './tag.tsx'

export type Severity = 'error' | 'warning' | 'info'

/** How grave a remark is, as a tone. */
export const TONES = { error: 'bad', warning: 'warn', info: 'mute' } as const satisfies Record<Severity, Tone>

const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** Remarks of one code together, the gravest first. */
export function groupsOf<Remark extends { readonly code: string; readonly severity: Severity }>(remarks: readonly Remark[]): readonly (readonly [Remark['code'], readonly Remark[]])[] {
  const groups = new Map<Remark['code'], Remark[]>()
  for (const remark of remarks.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))) groups.set(remark.code, [...(groups.get(remark.code) ?? []), remark])
  return [...groups]
}
