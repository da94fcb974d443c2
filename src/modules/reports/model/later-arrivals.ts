import { figureOfSums, isCounted, sum, type Consolidated, type Difference, type GivenFigure } from './consolidate.ts'

/**
 * What the figures of a consolidation would be with reports that came, were made anew or went since: the stored sums
 * with those reports alone taken out and put in. Figures that stay as they are, are left out.
 * @param gone  figures of the versions that were in and are not any more
 * @param come  figures of the versions that would be in now
 */
export function arrivalsIn(then: readonly Consolidated[], gone: readonly GivenFigure[], come: readonly GivenFigure[]): Difference[] {
  if (gone.length === 0 && come.length === 0) return []
  const [goneBy, comeBy] = [byKey(gone), byKey(come)]
  return then.flatMap((figure) => {
    const counted = (figures: readonly GivenFigure[] = []) => figures.filter((given) => isCounted(given, figure.rollUp))
    const [out, into] = [counted(goneBy.get(figure.key)), counted(comeBy.get(figure.key))]
    const known = figure.known - out.length + into.length
    const now = known === 0 ? null : valueWith(figure, out, into, known)
    return now === figure.value && known === figure.known ? [] : [{ key: figure.key, frozen: figure.value, now, knownThen: figure.known, knownNow: known }]
  })
}

function valueWith(figure: Consolidated, out: readonly GivenFigure[], into: readonly GivenFigure[], known: number): number | null {
  const moved = (total: number, of: (given: GivenFigure) => number) => sum([total, ...into.map(of), ...out.map((given) => -of(given))])
  if (figure.rollUp === 'divide_sums') return figureOfSums(figure, moved(figure.part ?? 0, ({ part }) => part!), moved(figure.whole ?? 0, ({ whole }) => whole!))
  if (figure.rollUp === 'count_units') return moved(figure.value ?? 0, ({ value }) => (value! > 0 ? 1 : 0))
  // The mean itself is rounded; its sum is not.
  if (figure.rollUp === 'mean') return figureOfSums(figure, moved(figure.sum ?? (figure.value ?? 0) * figure.known, ({ value }) => value!), known)
  return moved(figure.value ?? 0, ({ value }) => value!)
}

function byKey(figures: readonly GivenFigure[]): ReadonlyMap<string, GivenFigure[]> {
  const found = new Map<string, GivenFigure[]>()
  for (const figure of figures) found.set(figure.key, [...(found.get(figure.key) ?? []), figure])
  return found
}
