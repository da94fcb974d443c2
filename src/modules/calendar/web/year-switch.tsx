import { Button } from '#platform/web/button.tsx'

/** The year on screen between the one before and the one after. */
export function YearSwitch({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  return (
    <span className="row row-center">
      <Button kind="ghost" icon="left" iconOnly label={['calendar.year_to', { year: String(year - 1) }]} onClick={() => onYear(year - 1)} />
      <strong>{year}</strong>
      <Button kind="ghost" icon="right" iconOnly label={['calendar.year_to', { year: String(year + 1) }]} onClick={() => onYear(year + 1)} />
    </span>
  )
}
