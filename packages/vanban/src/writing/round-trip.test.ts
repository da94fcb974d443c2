import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '../process/read-file.ts'
import { writeDocx } from './docx.ts'
import { goldFields } from './gold-fields.ts'
import type { LayoutOptions } from './layout.ts'
import { writePdf } from './pdf.ts'
import { randomDocuments } from './random-documents.ts'

// Every document in both formats takes about 80 ms: a sample here, a thousand in the long run.
const isLong = process.env['SONGHANH_LONG'] === '1'
const RUNS = isLong ? 1000 : 40

const options: fc.Arbitrary<LayoutOptions> = fc.record({ draft: fc.boolean(), choices: fc.constantFrom({}, { bodySize: 13 }, { letterheadSize: 12 }) })

describe.each([['docx', writeDocx], ['pdf', writePdf]] as const)('a document written as %s', (format, write) => {
  test('reads as what it was, in every field that a careful reader takes down', async () => {
    await fc.assert(
      fc.asyncProperty(randomDocuments, options, async (model, own) => {
        const outcome = await readFile(await write(model, own), `van-ban.${format}`)
        expect(outcome.ok && goldFields(outcome.model)).toEqual(goldFields(model))
      }),
      // A whole document says enough of itself: it is not made smaller first.
      { seed: 30, numRuns: RUNS, endOnFailure: true },
    )
  }, isLong ? 1_200_000 : 60_000)
})
