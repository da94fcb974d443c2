import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'

export const CERTAINTIES = ['verified', 'seen', 'recalled'] as const

/** What the register says of a document of the field. */
export const referenceFields = {
  type: text(100),
  /** Before the first stroke: “30”. */
  number: text(30),
  /** After it: “2020/NĐ-CP”. */
  symbol: text(60),
  date: z.nullable(Day),
  issuer: text(300),
  title: text(1_000),
  /** First and last day in force; null: not known, still in force. */
  from: z.nullable(Day),
  until: z.nullable(Day),
  /** Type, number and symbol of what took its place. */
  replacedBy: z.nullable(text(200)),
  source: text(300),
  sure: z.enum(CERTAINTIES),
}

export const setReference = contract({
  name: 'citations.setReference',
  route: 'PUT /api/units/:unitId/references/:changeId',
  permission: 'citations.change',
  summary: 'Corrects or adds a document in the register of the field, for the unit and all below',
  input: z.object({
    unitId: z.uuid(),
    /** Made by the client for a new word; a unit has one word on a document. */
    changeId: z.uuid(),
    ...referenceFields,
    /** The document does not belong in the register. */
    dropped: z.boolean(),
  }),
  output: z.object({}),
})

export const clearReference = contract({
  name: 'citations.clearReference',
  route: 'DELETE /api/units/:unitId/references/:changeId',
  permission: 'citations.change',
  summary: 'Takes the unit’s word back: what the superior or the list says holds again',
  input: z.object({ unitId: z.uuid(), changeId: z.uuid() }),
  output: z.object({}),
})
