import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import type { YearPoint } from '../contract.ts'
import type { UnitOfMeasure } from '../model/definition.ts'

const WIDTH = 600
const HEIGHT = 250
const LEFT = 64
const RIGHT = 560
const TOP = 18
const BOTTOM = 214

interface Dot {
  readonly year: number
  readonly value: number
}

/** Figures as a line with dots, targets as a dashed line. The table behind it says the same. */
export default function TrajectoryChart({ label, years, unit, year }: { label: string; years: readonly YearPoint[]; unit: UnitOfMeasure; year: number }) {
  const { t } = useWords()
  const format = useFormat()
  const actual = years.flatMap((point): Dot[] => (point.value === null ? [] : [{ year: point.year, value: point.value }]))
  const target = years.flatMap((point): Dot[] => (point.target === null ? [] : [{ year: point.year, value: point.target.value }]))
  const highest = Math.max(unit === 'percent' ? 10 : 1, ...actual.map(({ value }) => value), ...target.map(({ value }) => value))
  const x = scaleLinear([years[0]!.year, years.at(-1)!.year], [LEFT, RIGHT])
  const y = scaleLinear([0, unit === 'percent' ? Math.min(100, highest * 1.15) : highest * 1.15], [BOTTOM, TOP]).nice(4)
  const path = line<Dot>((dot) => x(dot.year), (dot) => y(dot.value))
  const sign = unit === 'percent' ? '%' : ''
  const now = actual.find((dot) => dot.year === year)
  const last = target.at(-1)
  return (
    <svg className="trajectory" width="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={LEFT - 8} y={y(tick) + 5} textAnchor="end">
            {format.number(tick)}
            {sign}
          </text>
        </g>
      ))}
      {years.map((point) => (
        <text key={point.year} x={x(point.year)} y={BOTTOM + 22} textAnchor="middle">
          {point.year % 2 === 0 || years.length < 7 ? point.year : ''}
        </text>
      ))}
      <path d={path(target) ?? ''} fill="none" stroke="var(--returned)" strokeWidth="2" strokeDasharray="7 5" />
      <path d={path(actual) ?? ''} fill="none" stroke="var(--primary)" strokeWidth="3" />
      {target.map((dot) => (
        <path key={dot.year} d={`M${x(dot.year) - 4} ${y(dot.value)}h8M${x(dot.year)} ${y(dot.value) - 4}v8`} stroke="var(--returned)" strokeWidth="2" />
      ))}
      {actual.map((dot) => (
        <circle key={dot.year} cx={x(dot.year)} cy={y(dot.value)} r="4.5" fill="var(--primary)" />
      ))}
      {now && (
        <text x={x(now.year)} y={y(now.value) - 10} textAnchor="middle" fontWeight="600">
          {format.number(now.value)}
          {sign}
        </text>
      )}
      {last && (
        <text x={x(last.year)} y={y(last.value) - 10} textAnchor="end">
          {t('indicators.column_goal')} {format.number(last.value)}
          {sign}
        </text>
      )}
    </svg>
  )
}
