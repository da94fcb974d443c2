import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { Comment } from './contract.ts'
import { PLAN_STATES } from './model/plan-lifecycle.ts'

// The steps of a plan from its draft to its amendment, and what is said on the way.

const Id = z.uuid()
const State = z.enum(PLAN_STATES)
const PlanId = z.object({ planId: Id })
const acted = z.object({ planId: Id, state: State })

export const submitPlan = contract({
  name: 'plans.submitPlan',
  route: 'POST /api/plans/:planId/submit',
  permission: 'plans.edit',
  summary: 'Hands the plan to the head for approval; refused while a check of severity error stands',
  input: PlanId,
  output: acted,
})

export const recallPlan = contract({
  name: 'plans.recallPlan',
  route: 'POST /api/plans/:planId/recall',
  permission: 'plans.edit',
  summary: 'Takes a submitted plan back to go on editing',
  input: PlanId,
  output: acted,
})

export const returnPlan = contract({
  name: 'plans.returnPlan',
  route: 'POST /api/plans/:planId/return',
  permission: 'plans.approve',
  summary: 'Returns a submitted plan with a reason',
  input: z.object({ planId: Id, reason: text(2000, 5) }),
  output: acted,
})

export const approvePlan = contract({
  name: 'plans.approvePlan',
  route: 'POST /api/plans/:planId/approve',
  permission: 'plans.approve',
  summary: 'Approves a submitted plan',
  input: PlanId,
  output: acted,
})

export const issuePlan = contract({
  name: 'plans.issuePlan',
  route: 'POST /api/plans/:planId/issue',
  permission: 'plans.issue',
  summary: 'Numbers, dates and issues an approved plan; its files are frozen, its recipients inside the system get it',
  input: z.object({
    planId: Id,
    number: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(99_999)))),
    issuedOn: Day,
    recipientUnitIds: z.optional(z.array(Id).check(z.maxLength(50_000))),
    /** All units below instead of a list. */
    toAllBelow: z.optional(z.boolean()),
  }),
  output: z.object({ planId: Id, state: State, documentId: Id, numberText: z.string() }),
})

export const withdrawPlan = contract({
  name: 'plans.withdrawPlan',
  route: 'POST /api/plans/:planId/withdraw',
  permission: 'plans.edit',
  summary: 'Gives a draft up',
  input: PlanId,
  output: acted,
})

export const amendPlan = contract({
  name: 'plans.amendPlan',
  route: 'POST /api/plans/:planId/amend',
  permission: 'plans.edit',
  summary: 'Begins an amendment of an issued plan, with a number of its own',
  input: PlanId,
  output: PlanId,
})

export const addComment = contract({
  name: 'plans.addComment',
  route: 'POST /api/plans/:planId/comments',
  permission: 'plans.comment',
  summary: 'Comments on a line or on the whole plan',
  input: z.object({ planId: Id, nodeId: z.nullable(Id), text: text(4000) }),
  output: Comment,
})

export const settleComment = contract({
  name: 'plans.settleComment',
  route: 'POST /api/plans/:planId/comments/:commentId/settle',
  permission: 'plans.comment',
  summary: 'Marks a comment as settled',
  input: z.object({ planId: Id, commentId: Id }),
  output: z.object({ commentId: Id }),
})
