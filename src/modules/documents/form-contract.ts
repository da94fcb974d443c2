import * as z from 'zod/mini'
import { contract, text } from '#platform/contract.ts'

/** Lines of the letterhead; the decree’s column holds no more. */
const Lines = z.array(text(120)).check(z.maxLength(6))

/** What the decree leaves to a unit in the form of its documents. */
const formFields = {
  /** In points. */
  bodySize: z.number(),
  letterheadSize: z.number(),
  /** Superior body and issuer in the letterhead, line by line; empty: broken by the program. */
  parentLines: Lines,
  issuerLines: Lines,
}
export const UnitForm = z.object(formFields)
export type UnitForm = z.output<typeof UnitForm>

export const getForm = contract({
  name: 'documents.getForm',
  route: 'GET /api/units/:unitId/document-form',
  permission: 'documents.readDrafts',
  summary: 'How a unit sets its documents, within what the decree leaves to it',
  input: z.object({ unitId: z.uuid() }),
  output: UnitForm,
})

export const changeForm = contract({
  name: 'documents.changeForm',
  route: 'PUT /api/units/:unitId/document-form',
  permission: 'documents.changeSeries',
  summary: 'Decides on type sizes and the lines of the letterhead; what the decree does not allow is refused with its article',
  input: z.object({ unitId: z.uuid(), ...formFields }),
  output: UnitForm,
})
