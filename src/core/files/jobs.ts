import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { deleteUploadsBefore, type FilesDb } from './upload-store.ts'

export const CLEAN_UP = 'files.clean-up'

const KEPT_DAYS = 30

/** Drops what devices began to send and nobody has taken. */
export async function cleanUp(request: Pick<Request, 'db' | 'now'>): Promise<void> {
  const oldest = new Date(request.now.getTime() - KEPT_DAYS * 86_400_000)
  await asSystem<FilesDb, void>(request, (tx) => deleteUploadsBefore(tx, oldest))
}
