import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import * as z from 'zod'
import type { MasterKey } from '#platform/vault.ts'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const Payload = z.object({ unit: z.uuid(), at: z.iso.datetime(), report: z.string() })

/** What a receipt says: to which unit a report went, and when it came in. */
export interface ProofOfTime {
  readonly unitId: string
  readonly at: Date
  /** Digest of the sealed report: says that it is the same one, and nothing of what it says. */
  readonly report: string
}

/** Signs when a report came in (Ed25519, with a key that follows from the master key). */
export function signProof(master: MasterKey, { unitId, at, sealedReport }: { readonly unitId: string; readonly at: Date; readonly sealedReport: Buffer }): string {
  const payload = Buffer.from(JSON.stringify({ unit: unitId, at: at.toISOString(), report: createHash('sha256').update(sealedReport).digest('base64url') }))
  return `${payload.toString('base64url')}.${sign(null, payload, keyOf(master)).toString('base64url')}`
}

/** What a receipt says; null when it is none of ours or was changed. */
export function readProof(master: MasterKey, text: string): ProofOfTime | null {
  const [payload = '', signature = ''] = text.replace(/\s/g, '').split('.').map((part) => Buffer.from(part, 'base64url'))
  if (payload.length === 0 || !verify(null, Buffer.from(payload), createPublicKey(keyOf(master)), Buffer.from(signature))) return null
  const { unit, at, report } = Payload.parse(JSON.parse(payload.toString()))
  return { unitId: unit, at: new Date(at), report }
}

function keyOf(master: MasterKey): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, master.derive('cases receipt')]), format: 'der', type: 'pkcs8' })
}
