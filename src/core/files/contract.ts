import * as z from 'zod/mini'
import { contract } from '#platform/contract.ts'

const Place = { unitId: z.uuid(), uploadId: z.uuid() }

/** How far a file has come. */
export const UploadState = z.object({
  /** Bytes that are here without a gap: the next part begins there. */
  received: z.int(),
  bytes: z.int(),
  /** SHA-256 of what is here, once all of it is. */
  receipt: z.nullable(z.string()),
})
export type UploadState = z.output<typeof UploadState>

/** Longest part that is taken. */
export const PART_BYTES = 262_144

export const getUpload = contract({
  name: 'files.getUpload',
  route: 'GET /api/units/:unitId/uploads/:uploadId',
  permission: 'files.upload',
  summary: 'How much of a file that a device sends in parts has arrived; nothing of an unknown one',
  input: z.object(Place),
  output: UploadState,
})

export const addPart = contract({
  name: 'files.addPart',
  route: 'PUT /api/units/:unitId/uploads/:uploadId',
  permission: 'files.upload',
  summary: 'Takes the next part of a file; a part that is here already, or that leaves a gap, changes nothing',
  input: z.object({
    ...Place,
    from: z.int().check(z.minimum(0)),
    bytes: z.int().check(z.minimum(1), z.maximum(100_000_000)),
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    content: z.instanceof(Uint8Array).check(z.refine((content) => content.length > 0 && content.length <= PART_BYTES)),
  }),
  output: UploadState,
})
