/** A number below this leaves the module in no table. */
export const LEAST_CELL = 5

/** How cases of one half-year are broken down, each a partition of all of them. */
export const BREAKDOWNS = {
  type: ['school_violence', 'gender_violence', 'child_abuse', 'domestic_violence', 'harassment', 'equality_violation', 'several', 'unknown'],
  sex: ['female', 'male', 'unknown'],
  age: ['under_16', 'under_18', 'adult', 'unknown'],
  place: ['school', 'way', 'home', 'online', 'elsewhere', 'unknown'],
  tell: ['in_time', 'late', 'not_due', 'open'],
  support: ['supported', 'not_yet'],
  outcome: ['safe_supported', 'with_authority', 'unfounded', 'no_contact', 'elsewhere', 'open'],
  accused: ['counselled', 'not_counselled', 'criminal', 'unknown'],
} as const satisfies Record<string, readonly string[]>
export type CaseBreakdown = keyof typeof BREAKDOWNS

/** The cases about one unit in one half-year, as they truly are. */
export interface Atom {
  readonly unitId: string
  /** Under which they are pooled; the unit itself for a Department. */
  readonly provinceId: string
  readonly total: number
  /** Each adds up to the total. */
  readonly by: Readonly<Record<CaseBreakdown, Readonly<Record<string, number>>>>
}

/** What is published of one half-year: cases of a unit, of the rest of a province, or of the rest of the nation. */
export interface Block {
  readonly owner: { readonly kind: 'unit' | 'province'; readonly id: string } | { readonly kind: 'nation' }
  readonly total: number
  /** Published values of each break-down; '' is what is not told. They add up to the total. */
  readonly by: Readonly<Record<CaseBreakdown, Readonly<Record<string, number>>>>
}

interface Group {
  readonly owner: Block['owner']
  readonly atoms: readonly Atom[]
}

/**
 * Divides the cases of one half-year into disjoint blocks of at least `LEAST_CELL`. Whatever is shown at any level, for any
 * period or break-down is a sum of blocks, so that subtracting one table from another gives blocks again, never less.
 *
 * A unit with enough cases is a block of its own; the others of a province are one (units without a case are among them: it
 * must not be too small either); a province whose rest is too small takes its smallest unit in, or joins the rest of the
 * nation. Nothing is published twice: what comes in later is part of no table.
 */
export function blocksOf(atoms: readonly Atom[]): Block[] {
  const blocks: Group[] = []
  const orphans: Atom[] = []
  const provinces = [...new Set(atoms.map(({ provinceId }) => provinceId))].sort()
  for (const id of provinces) {
    const here = atoms.filter(({ provinceId, total }) => provinceId === id && total > 0)
    const isOwn = ({ unitId, provinceId, total }: Atom) => unitId !== provinceId && total >= LEAST_CELL
    const own = here.filter(isOwn).sort(bySize)
    const rest = here.filter((atom) => !isOwn(atom))
    while (sum(rest) < LEAST_CELL && own.length > 0) rest.push(own.shift()!)
    blocks.push(...own.map((atom): Group => ({ owner: { kind: 'unit', id: atom.unitId }, atoms: [atom] })))
    if (sum(rest) >= LEAST_CELL) blocks.push({ owner: { kind: 'province', id }, atoms: rest })
    else orphans.push(...rest)
  }
  if (orphans.length > 0) {
    const taken = blocks.sort((a, b) => sum(a.atoms) - sum(b.atoms))
    while (sum(orphans) < LEAST_CELL && taken.length > 0) orphans.push(...taken.shift()!.atoms)
    if (sum(orphans) >= LEAST_CELL) blocks.push({ owner: { kind: 'nation' }, atoms: orphans })
  }
  return blocks.map(blockOf)
}

function blockOf({ owner, atoms }: Group): Block {
  const total = sum(atoms)
  const names = Object.keys(BREAKDOWNS) as CaseBreakdown[]
  const by = Object.fromEntries(names.map((name) => [name, valuesOf(name, atoms, total)])) as Block['by']
  return { owner, total, by }
}

/** The values that may be told: what is left untold, zeros among it, is never too small either. */
function valuesOf(name: CaseBreakdown, atoms: readonly Atom[], total: number): Record<string, number> {
  const counts = BREAKDOWNS[name].map((value): [string, number] => [value, atoms.reduce((all, atom) => all + (atom.by[name][value] ?? 0), 0)])
  const told = counts.filter(([, count]) => count >= LEAST_CELL).sort(([, a], [, b]) => a - b)
  const untold = () => total - told.reduce((all, [, count]) => all + count, 0)
  while (told.length > 0 && told.length < counts.length && untold() < LEAST_CELL) told.shift()
  const rest = untold()
  return Object.fromEntries(rest > 0 ? [...told, ['', rest]] : told)
}

function bySize(a: Atom, b: Atom): number {
  return a.total - b.total || (a.unitId < b.unitId ? -1 : 1)
}

function sum(atoms: readonly Atom[]): number {
  return atoms.reduce((all, { total }) => all + total, 0)
}
