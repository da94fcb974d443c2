import { AppError } from '#platform/errors.ts'

/** @throws AppError `conflict` when somebody has changed the document since the caller read it */
export function refuseStale(document: { readonly version: number }, seen: number): void {
  if (document.version !== seen) throw new AppError('conflict', 'documents.changed_meanwhile', { version: document.version })
}
