import { AppError } from '#platform/errors.ts'
import { newKey, seal, unseal } from '#platform/sealing.ts'
import type { MasterKey, Vault } from '#platform/vault.ts'

/** The master key. @throws AppError `unavailable` while it cannot be used */
export function keyOf(vault: Vault): MasterKey {
  if (vault.key) return vault.key
  throw new AppError('unavailable', `cases.key_${vault.fault}`)
}

/** Seals and opens what belongs to one case. */
export interface CaseSeal {
  /** The data key, wrapped, as the row keeps it. */
  readonly wrapped: Buffer
  /** @param column  such as `entry.body`, with the id of its row */
  bytes(plain: Uint8Array, column: string): Buffer
  open(sealed: Buffer, column: string): Buffer
  json(value: unknown, column: string): Buffer
  /** The value that was sealed there; the caller parses it. @throws SealBroken */
  read(sealed: Buffer, column: string): unknown
}

export function newSeal(master: MasterKey, caseId: string): CaseSeal {
  const key = newKey()
  return sealWith(key, caseId, master.wrap(key, `cases.key:${caseId}`))
}

export function openSeal(master: MasterKey, caseId: string, wrapped: Buffer): CaseSeal {
  return sealWith(master.unwrap(wrapped, `cases.key:${caseId}`), caseId, wrapped)
}

function sealWith(key: Buffer, caseId: string, wrapped: Buffer): CaseSeal {
  const place = (column: string) => `cases.${column}@${caseId}`
  const bytes = (plain: Uint8Array, column: string) => seal(key, plain, place(column))
  const open = (sealed: Buffer, column: string) => unseal(key, sealed, place(column))
  return {
    wrapped,
    bytes,
    open,
    json: (value, column) => bytes(Buffer.from(JSON.stringify(value)), column),
    read: (sealed, column) => JSON.parse(open(sealed, column).toString()) as unknown,
  }
}
