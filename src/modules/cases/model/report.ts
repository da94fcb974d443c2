import * as z from 'zod/mini'
import { AGES, LEGAL_TAGS } from './duties.ts'
import { IntakeForm } from './intake-form.ts'
import { SAFETY_LEVELS } from './safety.ts'

/** What happened, in the words of the form. */
export const HAPPENINGS = ['violence', 'sexual', 'discrimination', 'home', 'other'] as const
export const REPORTERS = ['self', 'witness', 'family', 'staff'] as const
export const DANGERS = ['yes', 'no', 'unsure'] as const

/** A text of the form: empty when nothing was said. */
const said = (most: number) => z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(most))

export const CIRCLES = ['handlers', 'leaders'] as const

export const Upward = z.object({
  tags: z.array(z.enum(LEGAL_TAGS)),
  age: z.enum(AGES),
  level: z.nullable(z.enum(SAFETY_LEVELS)),
  /** What has been done so far. */
  done: z.array(z.enum(['told', 'planned', 'separated', 'referred', 'supported'])),
  /** How far it may go. @source Nghị định 56/2017/NĐ-CP, Điều 24: a report states its secrecy and circulation */
  circle: z.enum(CIRCLES),
})
export type Upward = z.output<typeof Upward>

/** What a reporter tells. Nothing but the first question must be answered. */
export const Report = z.object({
  happening: z.enum(HAPPENINGS),
  reporter: z.enum(['', ...REPORTERS]),
  danger: z.enum(['', ...DANGERS]),
  story: said(5_000),
  place: said(300),
  /** How to reach the reporter; both empty when anonymous. */
  name: said(120),
  contact: said(200),
  /** Who must not see it. */
  hideFrom: z.object({
    head: z.boolean(),
    handlers: z.array(z.uuid()).check(z.maxLength(50)),
    others: said(300),
  }),
  language: z.enum(['vi', 'en']),
  /** What staff wrote down beside it. */
  form: z.optional(IntakeForm),
  /** What a unit below tells upward beside its words: choices alone, so that nobody can be known by them. */
  upward: z.optional(Upward),
})
export type Report = z.output<typeof Report>
