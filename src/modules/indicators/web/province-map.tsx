import { PROVINCES } from '#core/units/model/provinces.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import type { BelowView } from '../contract.ts'
import type { UnitOfMeasure } from '../model/definition.ts'
import { classesOf, classOf } from '../model/shades.ts'
import { ARCHIPELAGOS, PROVINCE_TILES, type TilePlace } from '../reference/province-tiles.ts'
import { useFigureWords } from './indicator-words.tsx'

const SIDE = 66
const HEIGHT = 54
const COLUMNS = 7.5
const ROWS = 17

/** Fill and text of each class; the last two are dark enough for white. */
const LOOKS = [
  ['#d8ebee', '#17232e'],
  ['#a9d0d6', '#17232e'],
  ['#5f9fab', '#17232e'],
  ['#2a7281', '#fff'],
  ['#0b4f5c', '#fff'],
] as const

/** The 34 provinces as a grid of tiles, darker for more; the table beneath says the same. */
export default function ProvinceMap({ below, place, unit }: { below: BelowView; place: { code: string; year: number }; unit: UnitOfMeasure }) {
  const { t } = useWords()
  const words = useFigureWords()
  const byProvince = new Map(below.units.flatMap((row) => (row.provinceCode !== null && row.provinceCode in PROVINCE_TILES ? [[row.provinceCode, row] as const] : [])))
  const off = below.units.length - byProvince.size
  const classes = classesOf([...byProvince.values()].flatMap(({ value }) => value ?? []))
  return (
    <section className="card" aria-labelledby="province-map">
      <h3 id="province-map">{t('indicators.map_title')}</h3>
      <div className="table-scroll">
      <svg viewBox={`0 0 ${COLUMNS * SIDE} ${ROWS * HEIGHT}`} width="100%" style={{ maxWidth: '34rem', minWidth: '30rem' }} fontSize="12" textAnchor="middle">
        {Object.entries(PROVINCE_TILES).map(([code, at]) => {
          const row = byProvince.get(code)
          const look = row && row.value !== null && classes ? LOOKS[classOf(row.value, classes)] : undefined
          const tile = <Tile name={PROVINCES[code] ?? code} figure={row ? words.figure({ ...row, unit }) : ''} at={at} look={look} />
          return row ? (
            <TextLink key={code} to={`/chi-tieu/${place.code}`} search={{ unit: row.unitId, year: place.year }}>
              {tile}
            </TextLink>
          ) : (
            <g key={code}>{tile}</g>
          )
        })}
        {ARCHIPELAGOS.map(({ name, province, place: at }) => (
          <Tile key={name} name={name} figure={`(${PROVINCES[province]})`} at={at} />
        ))}
      </svg>
      </div>
      {classes && (
        <ul className="legend-row plain">
          {classes.map((lowest, at) => (
            <li key={lowest}>
              <svg width="16" height="16" aria-hidden="true">
                <rect width="16" height="16" fill={LOOKS[at]![0]} stroke="#66757f" />
              </svg>{' '}
              {t(['indicators.map_from', { lowest: words.written(lowest, unit) }])}
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {t('indicators.map_note')} {off > 0 && t(['indicators.map_off', { n: off }])}
      </p>
    </section>
  )
}

function Tile({ name, figure, at: [column, row], look }: { name: string; figure: string; at: TilePlace; look?: readonly [fill: string, ink: string] | undefined }) {
  const [x, y] = [(column - 1) * SIDE, (row - 1) * HEIGHT]
  const middle = x + (SIDE - 4) / 2
  const [fill, ink] = look ?? ['#fff', '#44535f']
  return (
    <>
      <rect x={x + 1} y={y + 1} width={SIDE - 4} height={HEIGHT - 4} rx="4" fill={fill} stroke={look ? 'none' : '#66757f'} strokeDasharray={look ? undefined : '4 3'} />
      <text x={middle} y={y + 22} fill={ink} fontWeight="600" {...fitted(name)}>
        {name}
      </text>
      <text x={middle} y={y + 40} fill={ink} {...fitted(figure)}>
        {figure}
      </text>
    </>
  )
}

/** Words that would not fit into a tile are drawn narrower. */
function fitted(words: string) {
  return words.length >= 9 ? { textLength: SIDE - 12, lengthAdjust: 'spacingAndGlyphs' } : {}
}
