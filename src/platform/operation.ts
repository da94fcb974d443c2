import { safeParse, type z } from 'zod'
import type { Contract } from './contract.ts'
import { AppError } from './errors.ts'

/** One use case, callable by HTTP, command line, jobs and tests alike. `Request` says who asks, when and where. */
export interface Operation<Request, I extends z.core.$ZodType = z.core.$ZodType, O extends z.core.$ZodType = z.core.$ZodType> {
  readonly contract: Contract<I, O>
  /** Parses `input`, judges, acts and answers. @throws AppError */
  run(request: Request, input: unknown): Promise<z.output<O>>
}

/**
 * The input as the schema wants it.
 * @throws AppError `invalid` naming the first field that does not fit; the whole list is the cause
 */
export function parseInput<S extends z.core.$ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = safeParse(schema, input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AppError('invalid', 'input.invalid', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }, { cause: parsed.error })
}
