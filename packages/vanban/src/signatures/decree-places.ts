import type { SourceLine } from '../blocks.ts'
import { readPdf } from '../files/pdf.ts'
import { UnreadableFile } from '../files/unreadable.ts'
import { fold } from '../vietnamese.ts'
import { pagesOf } from './fields.ts'
import { openPdf } from './pdf-file.ts'
import { isArray } from './pdf-values.ts'
import type { StampPlace } from './stamp.ts'

/**
 * Where the decree puts what is seen of a signature: the signer's between post and name, the organ's seal over its
 * left third, and the words about the time at the top right of the first page.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I: chữ ký số của người có thẩm quyền, chữ ký số của cơ quan, tổ chức
 */
export interface DecreePlaces {
  /** Null where the name of the signer is not found. */
  readonly signer: StampPlace | null
  readonly seal: StampPlace | null
  readonly words: StampPlace
}

const MILLIMETRE = 72 / 25.4
/** The decree wants the seal in its own size, which a picture does not tell: taken for a round one of 36 mm. */
const SEAL = 36 * MILLIMETRE
const SIGNATURE = { width: 42 * MILLIMETRE, height: 20 * MILLIMETRE }
const WORDS = { width: 66 * MILLIMETRE, height: 14 * MILLIMETRE, top: 5 * MILLIMETRE, right: 12 * MILLIMETRE }

/** @param signerName  as printed below the place of the signature */
export async function decreePlaces(pdf: Uint8Array, signerName: string | null): Promise<DecreePlaces> {
  const sizes = pageSizes(pdf)
  const [width = 595, height = 842] = sizes[0] ?? []
  const words = { page: 1, left: width - WORDS.right - WORDS.width, bottom: height - WORDS.top - WORDS.height, width: WORDS.width, height: WORDS.height }
  if (signerName === null) return { signer: null, seal: null, words }
  return { ...aboveName(await linesOf(pdf), signerName, sizes), words }
}

/** A scan has no lines to look among. */
async function linesOf(pdf: Uint8Array): Promise<readonly SourceLine[]> {
  try {
    return (await readPdf(pdf)).lines ?? []
  } catch (error) {
    if (error instanceof UnreadableFile) return []
    throw error
  }
}

function pageSizes(pdf: Uint8Array): [number, number][] {
  const file = openPdf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length))
  return pagesOf(file).map(({ inherited }) => {
    const box = file.get(inherited.get('MediaBox'))
    const [left = 0, bottom = 0, right = 595, top = 842] = isArray(box) ? box.map((item) => Number(file.get(item))) : []
    return [right - left, top - bottom]
  })
}

function aboveName(lines: readonly SourceLine[], signerName: string, sizes: readonly [number, number][]): Pick<DecreePlaces, 'signer' | 'seal'> {
  const name = fold(signerName)
  // The last line that ends with it: the name stands in the text before, too, and two columns may share a line.
  const line = lines.findLast(({ text, box, page }) => page !== null && box !== null && fold(text).endsWith(name))
  const size = sizes[(line?.page ?? 1) - 1]
  if (!line?.box || line.page === null || !size) return { signer: null, seal: null }
  const [width, height] = size
  const share = Math.min(1, signerName.length / Math.max(1, line.text.length))
  const right = (line.box.x + line.box.width) * width
  const middle = right - (line.box.width * width * share) / 2
  const bottom = (1 - line.box.y) * height + 2
  const signer = { page: line.page, left: middle - SIGNATURE.width / 2, bottom, ...SIGNATURE }
  const seal = { page: line.page, left: signer.left + SIGNATURE.width / 3 - SEAL, bottom: bottom + SIGNATURE.height / 2 - SEAL / 2, width: SEAL, height: SEAL }
  return { signer, seal }
}
