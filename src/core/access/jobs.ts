import { asSystem } from './operation.ts'
import { deleteWhatIsOver } from './clean-up-store.ts'
import type { Request } from './request.ts'
import type { AccessDb } from './tables.ts'

export const CLEAN_UP = 'access.clean-up'

/** How long what no longer works is kept: spent links and the log of operations explain what happened. */
const KEPT_DAYS = 30

/** Removes sessions that are over, old links, forgotten failures and the answers of old commands. */
export async function cleanUp(request: Pick<Request, 'db' | 'now'>): Promise<void> {
  const { now } = request
  const kept = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await asSystem<AccessDb, void>(request, (tx) => deleteWhatIsOver(tx, { now, kept }))
}
