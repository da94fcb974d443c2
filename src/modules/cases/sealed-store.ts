import { AppError } from '#platform/errors.ts'
import { seal, unseal } from '#platform/sealing.ts'
import type { MasterKey, Vault } from '#platform/vault.ts'

/** The master key. @throws AppError `unavailable` while it cannot be used */
export function keyOf(vault: Vault): MasterKey {
  if (vault.key) return vault.key
  throw new AppError('unavailable', `cases.key_${vault.fault}`)
}

/** Seals and opens with one key of a case. */
export interface CaseSeal {
  /** Of the key, as `cases.case_key` names it. */
  readonly keyId: string
  /** @param column  such as `entry.body`, with the id of its row */
  bytes(plain: Uint8Array, column: string): Buffer
  open(sealed: Buffer, column: string): Buffer
  json(value: unknown, column: string): Buffer
  /** The value that was sealed there; the caller parses it. @throws SealBroken */
  read(sealed: Buffer, column: string): unknown
}

export function caseSeal(keyId: string, key: Buffer, caseId: string): CaseSeal {
  const place = (column: string) => `cases.${column}@${caseId}`
  const bytes = (plain: Uint8Array, column: string) => seal(key, plain, place(column))
  const open = (sealed: Buffer, column: string) => unseal(key, sealed, place(column))
  return {
    keyId,
    bytes,
    open,
    json: (value, column) => bytes(Buffer.from(JSON.stringify(value)), column),
    read: (sealed, column) => JSON.parse(open(sealed, column).toString()) as unknown,
  }
}
