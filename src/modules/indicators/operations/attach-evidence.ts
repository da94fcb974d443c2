import * as z from 'zod/mini'
import { attachEvidence } from '../hand-contract.ts'
import { attachEvidence as putEvidence, handFigureById, insertFile } from '../hand-store.ts'
import { command, query } from '../store.ts'

/** Bytes that the store keeps, with the name that they came with. */
export interface KeptFile {
  readonly digest: string
  readonly bytes: number
  readonly name: string
  readonly mediaType: string
}

/** Asks before the bytes come; the operation asks again. */
export const askToAttach = query({ ...attachEvidence, output: z.null() }, async (ctx, { figureId }) => {
  await ctx.allow('indicators.enter', (await handFigureById(ctx.tx, figureId)).unitId)
  return null
})

/** The operation for one file: it travels beside the input, not in it. */
export function attachEvidenceOf(file: KeptFile) {
  return command(attachEvidence, async (ctx, { figureId }) => {
    const { unitId, provinceId } = await handFigureById(ctx.tx, figureId)
    await ctx.allow('indicators.enter', unitId)
    const fileId = ctx.newId()
    await insertFile(ctx.tx, { ...file, id: fileId, unitId, provinceId, createdAt: ctx.now })
    await putEvidence(ctx.tx, figureId, fileId)
    await ctx.audit({ unitId, action: attachEvidence.name, entity: figureId, after: { digest: file.digest, name: file.name } })
    return { fileId }
  })
}
