import type { z } from 'zod'
import type { Contract } from '../contract.ts'

/** A route that is no plain operation, as the description of the API tells of it: a file comes in or goes out. */
export interface PlainRoute extends Pick<Contract, 'name' | 'permission' | 'summary'> {
  /** Under `/api`, as operations are, but for what other programs fetch by an address of its own. */
  readonly route: Contract['route'] | `GET /ics/${string}`
  /** An object: what stands in the path, the rest in the query. */
  readonly input: z.core.$ZodType
  /** Whether the body is a form with one file, in the field `file`. */
  readonly takesFile?: true
  /** Whether the body is bytes as they are. */
  readonly takesBytes?: true
  /** What the body is where it is JSON. */
  readonly takesJson?: z.core.$ZodType
  /** What is answered: JSON of a shape, or a file of one of these media types. */
  readonly answer: { readonly json: z.core.$ZodType } | { readonly mediaTypes: readonly string[] }
}
