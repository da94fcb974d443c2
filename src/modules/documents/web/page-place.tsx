import type { FoundField } from '../model/doubtful.ts'

const [WIDTH, HEIGHT] = [21, 30]
/** A line of print is too thin to be seen at this size. */
const LEAST = 2

/** A small page with the place on it. */
export function PagePlace({ box: { x, y, width, height } }: { box: NonNullable<FoundField['box']> }) {
  return (
    <svg className="page-place" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className="page-place-page" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} />
      <rect className="page-place-box" x={x * WIDTH} y={y * HEIGHT} width={Math.max(LEAST, width * WIDTH)} height={Math.max(LEAST, height * HEIGHT)} />
    </svg>
  )
}
