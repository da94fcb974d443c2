import { AppError } from '#platform/errors.ts'
import { getEvidence } from '../hand-contract.ts'
import { filesOf, handFigureById } from '../hand-store.ts'
import { query } from '../store.ts'

export default query(getEvidence, async (ctx, { figureId }) => {
  const figure = await handFigureById(ctx.tx, figureId)
  await ctx.allow('indicators.read', figure.unitId)
  const file = (await filesOf(ctx.tx, [figure.fileId])).get(figure.fileId ?? '')
  if (!file) throw new AppError('not_found', 'indicators.no_evidence')
  const { name, digest, mediaType, bytes } = file
  return { name, digest, mediaType, bytes }
})
