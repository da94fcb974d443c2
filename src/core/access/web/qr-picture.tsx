import { encodeQR } from 'qr'
import { useMemo } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from '#platform/web/words.ts'

/** Light modules around the picture that a camera needs. @source ISO/IEC 18004, 6.3.8 */
const QUIET = 4

/** A text as a QR code, drawn here: it goes to nobody. */
export function QrPicture({ text, label }: { text: string; label: Words }) {
  const { t } = useWords()
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }), [text])
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} width="208" height="208" role="img" aria-label={t(label)} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
