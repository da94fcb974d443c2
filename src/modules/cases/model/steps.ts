import * as z from 'zod/mini'
import { Day, text } from '#platform/contract.ts'
import { SEXES } from './intake-form.ts'
import { AGES, LEGAL_TAGS } from './duties.ts'
import { ANSWERS } from './safety.ts'

const Note = text(5_000)
/** Whom the law names, and others who were told. */
export const TOLD = ['child_line', 'police', 'commune', 'child_office', 'health', 'superior', 'family'] as const
export const MEANS = ['phone', 'person', 'letter'] as const
export const REFERRAL_PLACES = ['child_line', 'police', 'commune', 'health', 'counselling', 'shelter', 'legal_aid'] as const
export const REFERRAL_STATES = ['sent', 'accepted', 'refused', 'done'] as const
export const REFERRAL_ANSWERS = ['accepted', 'refused', 'done'] as const
/** Where it happened, as far as it is counted. */
export const PLACES = ['school', 'way', 'home', 'online', 'elsewhere', 'unknown'] as const
export const RELATIONS = ['carer', 'family', 'teacher', 'staff', 'learner', 'outside', 'unknown'] as const
export const SUPPORTS = ['counselling', 'medical', 'study', 'material', 'legal', 'accompanying'] as const
export const OUTCOMES = ['safe_supported', 'with_authority', 'unfounded', 'no_contact', 'elsewhere'] as const

const Answer = z.enum(ANSWERS)

/** Steps that a handler notes, each with what it holds. Kind and time stand in clear, for the clocks; the rest is sealed. */
export const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tagged'), tags: z.array(z.enum(LEGAL_TAGS)).check(z.maxLength(LEGAL_TAGS.length)), age: z.enum(AGES), sex: z._default(z.enum(SEXES), 'unknown'), place: z._default(z.enum(PLACES), 'unknown'), isSexual: z.boolean() }),
  z.object({
    kind: z.literal('assessed'),
    answers: z.object({ threat: Answer, injury: Answer, self_harm: Answer, carer: Answer, contact: Answer, no_place: Answer }),
    note: text(5_000, 0),
  }),
  z.object({ kind: z.literal('told'), who: z.enum(TOLD), means: z.enum(MEANS), note: text(5_000, 0) }),
  z.object({ kind: z.literal('tell_not_due'), note: Note }),
  z.object({ kind: z.literal('planned'), note: Note }),
  z.object({ kind: z.literal('plan_not_due'), note: Note }),
  z.object({ kind: z.literal('approved'), note: text(5_000, 0) }),
  z.object({ kind: z.literal('separated'), note: Note }),
  z.object({ kind: z.literal('separation_reviewed'), note: Note }),
  z.object({ kind: z.literal('referred'), to: z.enum(REFERRAL_PLACES), state: z.enum(REFERRAL_STATES), note: text(5_000, 0) }),
  z.object({ kind: z.literal('referral_answered'), referral: z.uuid(), state: z.enum(REFERRAL_ANSWERS), note: text(5_000, 0) }),
  z.object({ kind: z.literal('coordinated'), with: z.array(z.enum(REFERRAL_PLACES)).check(z.minLength(1), z.maxLength(REFERRAL_PLACES.length)), note: Note }),
  z.object({ kind: z.literal('followed_up'), safe: Answer, nextOn: z.nullable(Day), note: text(5_000, 0) }),
  // Who may have done harm: always apart, with readers of its own.
  z.object({ kind: z.literal('accused'), name: text(200, 0), relation: z.enum(RELATIONS), sex: z.enum(SEXES), age: z.enum(AGES), isCriminal: Answer, isCounselled: Answer, note: text(5_000, 0) }),
  z.object({ kind: z.literal('supported'), what: z.enum(SUPPORTS), note: text(5_000, 0) }),
  z.object({ kind: z.literal('noted'), note: Note }),
])
export type Step = z.output<typeof Step>
export type StepKind = Step['kind']

export const Message = z.object({ kind: z.enum(['message_in', 'message_out']), text: text(5_000) })
export const Closing = z.object({ kind: z.enum(['closing_asked', 'sent_back', 'closed']), outcome: z.optional(z.enum(OUTCOMES)), note: Note })

/** Somebody was let in. */
const Seated = z.object({ kind: z.literal('seated'), accountId: z.uuid() })

/** The reporter turned to the body above, because a limit had passed. */
const SentUp = z.object({ kind: z.literal('sent_up'), unitId: z.uuid(), proof: z.optional(z.string()) })

/** Somebody does not hold the role any more: seat and keys were taken back. */
const Left = z.object({ kind: z.literal('left'), accountIds: z.array(z.uuid()) })

/** Two of the bodies above opened the case in need; the first asked. */
const Glass = z.object({ kind: z.enum(['glass_asked', 'glass_opened']), note: Note })

/** Kept beyond its time, or no longer. */
const Held = z.object({ kind: z.enum(['held', 'released']), note: Note })

/** The body above was told, without identity. */
const ReportedUp = z.object({ kind: z.literal('reported_up'), unitId: z.uuid() })

/** Whatever an entry of a case can hold. */
export const StepBody = z.union([Step, Message, Closing, Seated, SentUp, Left, ReportedUp, Held, Glass])
export type StepBody = z.output<typeof StepBody>
