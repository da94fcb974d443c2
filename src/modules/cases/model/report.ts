import * as z from 'zod/mini'

/** What happened, in the words of the form. */
export const HAPPENINGS = ['violence', 'sexual', 'discrimination', 'home', 'other'] as const
export const REPORTERS = ['self', 'witness', 'family', 'staff'] as const
export const DANGERS = ['yes', 'no', 'unsure'] as const

/** A text of the form: empty when nothing was said. */
const said = (most: number) => z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(most))

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
})
export type Report = z.output<typeof Report>
