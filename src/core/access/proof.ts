import { AppError } from '#platform/errors.ts'
import { isProved } from './model/proof.ts'
import type { QueryContext } from './request.ts'

/** For what asks for the password again. @throws AppError `forbidden` `access.prove_again` */
export function requireProof(ctx: Pick<QueryContext<unknown>, 'actor' | 'now'>): void {
  if (!isProved(ctx.actor?.provedAt, ctx.now)) throw new AppError('forbidden', 'access.prove_again')
}
