import { AppError } from '#platform/errors.ts'
import { answerQuestion } from '../evidence-contract.ts'
import { putAnswer, questionsOf } from '../evidence-store.ts'
import { command, lockActivity } from '../store.ts'

export default command(answerQuestion, async (ctx, { recordId, key, text }) => {
  const record = await lockActivity(ctx.tx, recordId)
  const { unitId, provinceId } = record
  await ctx.allow('activities.edit', unitId)
  const open = await questionsOf(ctx.tx, record, ctx.today)
  if (!open.some((question) => question.key === key)) throw new AppError('not_found', 'activities.question_not_found')
  await putAnswer(ctx.tx, { provinceId, unitId, recordId, question: key, text, answeredBy: ctx.actor!.personId, answeredAt: ctx.now })
  await ctx.audit({ unitId, action: answerQuestion.name, entity: recordId, after: { key, text } })
  return { questions: await questionsOf(ctx.tx, record, ctx.today) }
})
