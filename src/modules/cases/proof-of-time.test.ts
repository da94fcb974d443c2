import { expect, it } from 'vitest'
import { newKey } from '#platform/sealing.ts'
import { masterKeyOf } from '#platform/vault.ts'
import { readProof, signProof } from './proof-of-time-store.ts'

const master = masterKeyOf(newKey())
const unitId = '019a0000-0000-7000-8000-000000000001'
const at = new Date('2026-03-02T02:00:00Z')

it('a receipt says when a report came in; one that was changed, or made by somebody else, says nothing', () => {
  const proof = signProof(master, { unitId, at, sealedReport: Buffer.from('sealed') })
  expect(readProof(master, ` ${proof.slice(0, 40)}\n${proof.slice(40)} `)).toMatchObject({ unitId, at })
  const [payload, signature] = proof.split('.') as [string, string]
  const earlier = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('2026-03-02', '2026-03-01')).toString('base64url')
  for (const wrong of [`${earlier}.${signature}`, payload, '', 'x.y', signProof(masterKeyOf(newKey()), { unitId, at, sealedReport: Buffer.from('sealed') })]) expect(readProof(master, wrong)).toBeNull()
})
