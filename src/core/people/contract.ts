import * as z from 'zod/mini'
import { contract, Flag, text } from '#platform/contract.ts'

export const SEXES = ['F', 'M', 'U'] as const

/** What is noted of a person; contact data only where it is needed. */
export const PersonFields = z.object({
  fullName: text(120),
  /** How the program addresses the person: cô, thầy, anh, chị. */
  address: z._default(text(20), 'thầy/cô'),
  sex: z._default(z.enum(SEXES), 'U'),
  jobTitle: z._default(z.nullable(text(120)), null),
  phone: z._default(z.nullable(text(40)), null),
  email: z._default(z.nullable(z.email().check(z.maxLength(200))), null),
})
export type PersonFields = z.output<typeof PersonFields>

export const PersonRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  fullName: z.string(),
  address: z.string(),
  jobTitle: z.nullable(z.string()),
})
export type PersonRow = z.output<typeof PersonRow>

export const PersonView = z.extend(PersonRow, { sex: z.enum(SEXES), phone: z.nullable(z.string()), email: z.nullable(z.string()) })
export type PersonView = z.output<typeof PersonView>

/** Fields of every list that is read page by page: `after` is the id of the last row that is there. */
export const Paging = {
  after: z.optional(z.uuid()),
  limit: z._default(z.coerce.number<number | string>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
}

export const listPeople = contract({
  name: 'people.list',
  route: 'GET /api/units/:unitId/people',
  permission: 'people.read',
  summary: 'People who work in a unit, by given name; the search needs no diacritics',
  input: z.object({
    unitId: z.uuid(),
    search: z.optional(text(100, 0)),
    /** With the units below, as far as the caller looks down. */
    below: z._default(Flag, false),
    ...Paging,
  }),
  output: z.object({ people: z.array(PersonRow), hasMore: z.boolean() }),
})

export const getPerson = contract({
  name: 'people.get',
  route: 'GET /api/people/:personId',
  permission: 'people.change',
  summary: 'A person with contact data, for those who keep them up to date',
  input: z.object({ personId: z.uuid() }),
  output: PersonView,
})

export const changePerson = contract({
  name: 'people.change',
  route: 'PUT /api/people/:personId',
  permission: 'people.change',
  summary: 'Corrects what is noted of a person; fields that are left out stay',
  input: z.extend(z.partial(z.object({ fullName: text(120), address: text(20), sex: z.enum(SEXES), jobTitle: z.nullable(text(120)), phone: z.nullable(text(40)), email: z.nullable(z.email().check(z.maxLength(200))) })), {
    personId: z.uuid(),
  }),
  output: PersonView,
})
