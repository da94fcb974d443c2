import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, createSign } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { SignatureAnswers } from './answers.ts'
import { aPackedPdf, aPlainPdf } from './sample-files.ts'
import { aKey, aPkcs12, aRevocationList, aSamplePki, aTimeStamp, derOf, pemOf } from './sample-keys.ts'
import { completeSignature, outsideEnvelope, outsideRequest, prepareSignature, signPdf } from './sign.ts'
import { openPkcs12, type SigningKey } from './signing-key.ts'
import { verifySignatures } from './verify.ts'

const now = new Date('2026-04-01T00:00:00Z')
const at = new Date('2026-03-06T07:05:21Z')
const stamp = { place: { page: 1, left: 300, bottom: 100, width: 150, height: 40 }, lines: ['Ký bởi: Nguyễn Thị Ánh Nguyệt'] }
const pki = await aSamplePki()
const rsa = await aSamplePki('rsa')
const certificates = ({ certificate, chain }: SigningKey): [Uint8Array, ...Uint8Array[]] => [certificate.own.raw, ...chain.map(({ own }) => own.raw)]

function answersOf(bytes: Uint8Array, { roots = [derOf(pki.root)], lists = [] as Uint8Array[], when = now } = {}): readonly SignatureAnswers[] {
  const { signatures, problem } = verifySignatures(bytes, { roots, lists, now: when })
  expect(problem).toBeNull()
  return signatures
}
const codesOf = (answers: SignatureAnswers | undefined) => Object.fromEntries(Object.entries(answers?.answers ?? {}).map(([question, { remarks }]) => [question, remarks.map(({ code }) => code as string)]))

describe.each([
  ['a table of cross references', aPlainPdf()],
  ['packed objects', aPackedPdf()],
])('a file with %s', (_, pdf) => {
  test('a second signer keeps the first valid, and both stand in order', () => {
    const both = answersOf(signPdf(signPdf(pdf, pki.person, { at, stamp }), pki.organ, { at, stamp }))
    expect(both.map(({ signer }) => signer?.name)).toEqual(['Nguyễn Thị Ánh Nguyệt', 'Trường THPT Hoa Sữa'])
    expect(both.map(({ answers }) => [answers.integrity.state, answers.identity.state, answers.later.state])).toEqual([
      ['ok', 'ok', 'ok'],
      ['ok', 'ok', 'ok'],
    ])
    expect(codesOf(both[0])['later']).toEqual(['only_signatures', 'stamp_added'])
    expect(codesOf(both[1])['later']).toEqual(['whole'])
    expect(both[0]?.pages).toEqual([1])
  })
})

describe('a signature', () => {
  it('says who, for which organ, and no number of a person', () => {
    const [person] = answersOf(signPdf(aPlainPdf(), pki.person, { at, reason: 'Ký ban hành' }))
    expect(person).toMatchObject({ signer: { name: 'Nguyễn Thị Ánh Nguyệt', organ: 'Trường THPT Hoa Sữa', units: ['Ban Giám hiệu'], post: 'Hiệu trưởng', taxCode: null }, signedAt: at.toISOString(), reason: 'Ký ban hành' })
    expect(JSON.stringify(person)).not.toContain('001180000001')
    expect(answersOf(signPdf(aPlainPdf(), pki.organ, { at }))[0]?.signer).toMatchObject({ taxCode: '0100000000', organ: 'Sở Giáo dục và Đào tạo Sông Lam' })
  })

  it('of a signer outside is put in by digest, without the key ever being here', () => {
    const prepared = prepareSignature(aPlainPdf(), { name: 'Nguyễn Thị Ánh Nguyệt', at })
    const [certificate] = certificates(rsa.person)
    const { attributes, digest } = outsideRequest(prepared, certificate)
    expect(Buffer.from(digest)).toEqual(createHash('sha256').update(attributes).digest())
    const signature = createSign('sha256').update(attributes).sign(rsa.person.key)
    const [signed] = answersOf(completeSignature(prepared, outsideEnvelope(prepared, signature, certificates(rsa.person))), { roots: [pemOf(rsa.root)] })
    expect(codesOf(signed)).toMatchObject({ integrity: ['intact'], identity: ['trusted'] })
  })

  it('that was made for another document, or does not fit, is refused', () => {
    const [prepared, other] = ['A', 'B'].map((name) => prepareSignature(aPlainPdf(), { name, at, room: 4096 }))
    const { attributes } = outsideRequest(other!, derOf(pki.person))
    const signature = createSign('sha256').update(attributes).sign(pki.person.key)
    const envelope = outsideEnvelope(other!, signature, certificates(pki.person))
    expect(() => completeSignature(prepared!, envelope)).toThrow('other_document')
    expect(() => completeSignature(prepared!, Buffer.from('chữ ký'))).toThrow('other_document')
    const narrow = prepareSignature(aPlainPdf(), { name: 'A', at, room: 100 })
    expect(() => completeSignature(narrow, envelope)).toThrow('too_long')
  })

  it('is not put on a file that is none, is locked by a password or has no such page', () => {
    const refused = (pdf: Uint8Array, more = {}) => {
      try {
        signPdf(pdf, pki.person, { at, ...more })
        return null
      } catch (error) {
        return (error as { reason?: string }).reason
      }
    }
    expect(refused(Buffer.from('%PDF-1.7 không phải'))).toBe('not_pdf')
    expect(refused(Buffer.from(aPlainPdf().toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<<>>'), 'latin1'))).toBe('encrypted')
    expect(refused(aPlainPdf(), { stamp: { ...stamp, place: { ...stamp.place, page: 9 } } })).toBe('no_page')
  })

  it('of a root that was not given is whole, but nobody vouches for the signer', () => {
    const signed = signPdf(aPlainPdf(), pki.person, { at })
    expect(codesOf(answersOf(signed, { roots: [] })[0])).toMatchObject({ integrity: ['intact'], identity: ['no_roots'] })
    expect(codesOf(answersOf(signed, { roots: [pemOf(rsa.root), Buffer.from('không phải chứng thư')] })[0])).toMatchObject({ integrity: ['intact'], identity: ['unknown_root'] })
  })

  it('with a certificate that was over, has ended since, or serves for something else, says so', async () => {
    const [over, since, server, issued] = await Promise.all([
      aKey({ CN: 'Hết hạn' }, pki.authority, { to: new Date('2026-01-01T00:00:00Z') }),
      aKey({ CN: 'Vừa hết hạn' }, pki.authority, { to: new Date('2026-03-10T00:00:00Z') }),
      aKey({ CN: 'Máy chủ' }, pki.authority, { purposes: ['1.3.6.1.5.5.7.3.1'] }),
      aKey({ CN: 'Do người ký cấp' }, pki.person),
    ])
    const identity = (key: SigningKey) => codesOf(answersOf(signPdf(aPlainPdf(), key, { at }))[0])['identity']
    expect(identity(over)).toEqual(['not_valid_then', 'trusted'])
    expect(identity(since)).toEqual(['expired_since', 'trusted'])
    expect(identity(server)).toEqual(['not_for_signing', 'trusted'])
    // Whoever may only sign cannot make others signers: the chain is not even followed.
    expect(identity(issued)?.[0]).not.toBe('trusted')
  })

  it('has the time that a time stamp proves, else one that is only claimed', async () => {
    const prepared = prepareSignature(aPlainPdf(), { name: 'A', at, room: 8000 })
    const { attributes } = outsideRequest(prepared, derOf(pki.person))
    const signature = createSign('sha256').update(attributes).sign(pki.person.key)
    const stampedAt = new Date('2026-03-06T07:06:00Z')
    const timed = (token: Uint8Array) => answersOf(completeSignature(prepared, outsideEnvelope(prepared, signature, certificates(pki.person), token)))[0]
    const proven = timed(await aTimeStamp(pki.clock, signature, stampedAt))
    expect(codesOf(proven)).toMatchObject({ time: ['token'], identity: ['trusted'] })
    expect(proven?.signedAt).toBe(stampedAt.toISOString())
    expect(codesOf(timed(await aTimeStamp(pki.clock, Buffer.from('chữ ký khác'), stampedAt)))['time']).toEqual(['token_wrong'])
    expect(codesOf(timed(await aTimeStamp(rsa.clock, signature, stampedAt)))['time']).toEqual(['token_untrusted'])
    // A key that may sign documents is no clock.
    expect(codesOf(timed(await aTimeStamp(pki.person, signature, stampedAt)))['time']).toEqual(['token_wrong'])
    expect(codesOf(answersOf(signPdf(aPlainPdf(), pki.person, { at }))[0])['time']).toEqual(['claimed'])
    expect(codesOf(answersOf(signPdf(aPlainPdf(), pki.person, { at: new Date('2027-01-01T00:00:00Z') }))[0])['time']).toEqual(['in_future'])
  })

  it('is of a withdrawn certificate only if a list of its issuer says so', async () => {
    const signed = signPdf(aPlainPdf(), pki.person, { at })
    const revocation = async (issuer: typeof pki.root, revoked: Parameters<typeof aRevocationList>[1], range = {}) =>
      codesOf(answersOf(signed, { lists: [await aRevocationList(issuer, revoked, range)] })[0])['revocation']
    const early = [{ certificate: pki.person.certificate, at: new Date('2026-02-01T00:00:00Z') }]
    expect(codesOf(answersOf(signed)[0])['revocation']).toEqual(['no_information'])
    expect(await revocation(pki.authority, early)).toEqual(['revoked'])
    expect(await revocation(pki.authority, [])).toEqual(['not_revoked'])
    expect(await revocation(pki.authority, [{ certificate: pki.organ.certificate, at }])).toEqual(['not_revoked'])
    expect(await revocation(pki.authority, [], { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2025-02-01T00:00:00Z') })).toEqual(['information_old'])
    // Another authority of the same name has no say.
    expect(await revocation(rsa.authority, early)).toEqual(['no_information'])
  })
})

describe('a file without signatures', () => {
  it('is told from one that cannot be judged', () => {
    const report = (bytes: Uint8Array) => verifySignatures(bytes, { roots: [], now })
    expect(report(aPlainPdf())).toEqual({ signatures: [], problem: null })
    expect(report(Buffer.from('Kế hoạch'))).toEqual({ signatures: [], problem: 'not_pdf' })
    expect(report(Buffer.from('%PDF-1.7'))).toEqual({ signatures: [], problem: 'malformed' })
  })
})

const has = (program: string) => spawnSync(program, ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'vanban-sign-'))
const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe.skipIf(!has('openssl'))('beside OpenSSL (skipped where it is not installed)', () => {
  it('the envelope is one that it verifies too, up to the root', () => {
    const signed = Buffer.from(signPdf(aPlainPdf(), rsa.person, { at }))
    const from = signed.indexOf('/Contents <') + 10
    const to = signed.indexOf('>', from) + 1
    const content = put('content', Buffer.concat([signed.subarray(0, from), signed.subarray(to)]))
    const envelope = put('envelope.der', Buffer.from(signed.toString('latin1', from + 1, to - 1), 'hex'))
    const verify = (root: Uint8Array, what = content) =>
      spawnSync('openssl', ['cms', '-verify', '-inform', 'DER', '-in', envelope, '-content', what, '-binary', '-purpose', 'any', '-CAfile', put('root.pem', root), '-attime', String(now.getTime() / 1000), '-out', join(folder, 'out')]).status
    expect(verify(pemOf(rsa.root))).toBe(0)
    expect(verify(pemOf(pki.root))).not.toBe(0)
    expect(verify(pemOf(rsa.root), put('other', 'khác'))).not.toBe(0)
  })

  it.each([
    ['of today', 'ec', []],
    ['of old programs', 'rsa', ['-legacy']],
  ] as const)('a key file %s opens with its passphrase alone', (_, kind, options) => {
    const key = (kind === 'ec' ? pki : rsa).organ
    const [pem, own] = [put(`${kind}.key`, key.key.export({ type: 'pkcs8', format: 'pem' })), put(`${kind}.pem`, pemOf(key))]
    execFileSync('openssl', ['pkcs12', '-export', ...options, '-inkey', pem, '-in', own, '-passout', 'pass:hoa sữa', '-out', join(folder, `${kind}.p12`)])
    const file = readFileSync(join(folder, `${kind}.p12`))
    expect(openPkcs12(file, 'hoa sữa').certificate.own.serialNumber).toBe(key.certificate.own.serialNumber)
    expect(() => openPkcs12(file, 'hoa mai')).toThrow('wrong_passphrase')
  })
})

test('a key file made by the library signs, with all that stands above its certificate', () => {
  const opened = openPkcs12(aPkcs12(rsa.person, 'mật khẩu'), 'mật khẩu')
  expect(codesOf(answersOf(signPdf(aPlainPdf(), opened, { at }), { roots: [pemOf(rsa.root)] })[0])).toMatchObject({ integrity: ['intact'], identity: ['trusted'] })
  expect(() => openPkcs12(Buffer.from('không phải'), '')).toThrow('not_pkcs12')
})

describe.skipIf(!has('pdfsig'))('beside pdfsig (skipped where poppler-utils is not installed)', () => {
  it('both signatures of a file are valid there too, and a changed byte is seen by both', () => {
    const signed = signPdf(signPdf(aPackedPdf(), rsa.person, { at, stamp }), rsa.organ, { at, stamp })
    const said = (bytes: Uint8Array) => spawnSync('pdfsig', ['-nocert', put('signed.pdf', bytes)], { encoding: 'utf8' }).stdout
    expect(said(signed).match(/Signature is Valid/g)).toHaveLength(2)
    const altered = Buffer.from(signed)
    altered.writeUInt8((altered[40] ?? 0) ^ 1, 40)
    expect(said(altered)).not.toContain('Signature is Valid')
    expect(verifySignatures(altered, { roots: [], now }).signatures.every(({ answers }) => answers.integrity.state === 'bad')).toBe(true)
  })
})
