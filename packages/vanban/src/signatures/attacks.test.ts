import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { attacks, type Attack } from './attacks.ts'
import { aPackedPdf, aPlainPdf } from './sample-files.ts'
import { aSamplePki, derOf } from './sample-keys.ts'
import { signPdf } from './sign.ts'
import { verifySignatures } from './verify.ts'

const now = new Date('2026-04-01T00:00:00Z')
const at = new Date('2026-03-06T07:05:21Z')
const pki = await aSamplePki()
const verify = (bytes: Uint8Array) => verifySignatures(bytes, { roots: [derOf(pki.root)], now })
const every = attacks(pki.person, pki.organ)

/** All that is said of the first signature, and of the file. */
function said({ bytes }: Attack): { readonly codes: readonly string[]; readonly isBad: boolean } {
  const { signatures, problem } = verify(bytes)
  const answers = Object.values(signatures[0]?.answers ?? {})
  const codes = [...answers.flatMap(({ remarks }) => remarks.map(({ code }) => code as string)), ...(problem === null ? [] : [problem])]
  return { codes, isBad: problem !== null || answers.some(({ state }) => state === 'bad') }
}

describe('a signed file that somebody attacks', () => {
  it.each(every.map((attack) => [attack.family, attack.name, attack] as const))('%s: %s', (_family, _name, attack) => {
    const { codes, isBad } = said(attack)
    expect(codes).toContain(attack.said)
    // A remark behind the file shows nothing: it is said, but it is no attack yet.
    expect(isBad).toBe(attack.said !== 'trailing_bytes')
  })

  it('stands in the table of the documentation, each under the answer that names it', () => {
    const page = readFileSync(new URL('../../../../docs/signatures.md', import.meta.url), 'utf8')
    for (const { family, name, said: code } of every) expect(page).toContain(`| ${family} | ${name} | \`${code}\` |`)
  })
})

describe.each([
  ['with a table of cross references', aPlainPdf()],
  ['with packed objects', aPackedPdf()],
])('a file %s', (_, pdf) => {
  let signed: Buffer
  beforeAll(() => {
    signed = Buffer.from(signPdf(pdf, pki.person, { at, room: 4096 }))
  })

  it('is found whole when nobody has changed it', () => {
    expect(verify(signed).signatures[0]?.answers).toMatchObject({ integrity: { state: 'ok' }, identity: { state: 'ok' }, later: { state: 'ok' } })
  })

  it('never looks the same after a byte of it was changed', () => {
    const shown = JSON.stringify(verify(signed))
    const places = process.env['SONGHANH_LONG'] === '1' ? [...signed.keys()] : seeded(20260306, 60, signed.length)
    const unseen = places.filter((place) => {
      const altered = Buffer.from(signed)
      altered.writeUInt8((signed[place] ?? 0) ^ (1 << (place % 8)), place)
      return JSON.stringify(verify(altered)) === shown
    })
    expect(unseen).toEqual([])
  }, 3_600_000)
})

/** Places all over the file, the same in every run. */
function seeded(seed: number, count: number, length: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % length
  })
}
