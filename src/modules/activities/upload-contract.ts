import * as z from 'zod/mini'
import { contract, Day } from '#platform/contract.ts'

const Place = { unitId: z.uuid(), recordId: z.uuid(), uploadId: z.uuid() }

const About = {
  /** The day that the device read from the picture before it shrank it; null when it told none. */
  takenOn: z.nullable(Day),
  peopleShown: z.boolean(),
  consent: z.boolean(),
}

/** Whether a picture that came in parts may become evidence, and its bytes. Not for the network. */
export const readUpload = contract({
  name: 'activities.readUpload',
  route: 'GET /api/units/:unitId/activities/:recordId/uploads/:uploadId',
  permission: 'activities.edit',
  summary: 'The bytes of a picture that a device has sent in parts',
  input: z.object(Place),
  output: z.object({ content: z.nullable(z.instanceof(Uint8Array)) }),
})

const StoredFile = z.object({ digest: z.string(), bytes: z.int() })

export const attachUpload = contract({
  name: 'activities.attachUpload',
  route: 'POST /api/units/:unitId/activities/:recordId/uploads/:uploadId',
  permission: 'activities.edit',
  summary: 'Makes a picture that a device has sent in parts the evidence of an activity',
  input: z.object({
    ...Place,
    ...About,
    picture: StoredFile,
    thumbnail: StoredFile,
    hashes: z.array(z.string()),
  }),
  output: z.object({ evidenceId: z.uuid() }),
})

/** What the device sends: the rest is read from the picture. */
export const AttachInput = z.object(About)
