import { writeDocx } from '../docx.ts'
import { FormChoiceError } from '../form-choices.ts'
import { writePdf } from '../pdf.ts'
import { UnprintableError } from '../unprintable-error.ts'
import type { WriteAnswer, WriteRequest } from './messages.ts'

/** The child of `writerProcess`: writes one document after the other until the parent goes. */
let last = Promise.resolve()

process.on('message', (request: WriteRequest) => {
  last = last.then(async () => {
    const answer = await write(request)
    process.send?.(answer)
  })
})
process.on('disconnect', () => process.exit(0))

async function write({ id, format, model, options }: WriteRequest): Promise<WriteAnswer> {
  try {
    return { id, file: format === 'pdf' ? await writePdf(model, options) : await writeDocx(model, options) }
  } catch (error) {
    if (error instanceof UnprintableError) return { id, unprintable: error.characters }
    if (error instanceof FormChoiceError) return { id, refused: error.sentences }
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
