import { writeFileSync, mkdtempSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareDocuments } from '@songhanh/vanban/comparing/compare-documents'
import { QUESTIONS, REMARKS, REPORT_PROBLEMS } from '@songhanh/vanban/signatures/answers'
import { aPlainPdf } from '@songhanh/vanban/signatures/sample-files'
import { aPkcs12, aSamplePki, pemOf } from '@songhanh/vanban/signatures/sample-keys'
import { SIGNING_REASONS } from '@songhanh/vanban/signatures/signing-error'
import { samplePlan } from '@songhanh/vanban/writing/samples'
import { signFile } from './commands/sign.ts'
import { verifyFile } from './commands/verify.ts'
import { comparisonLines } from './comparison-lines.ts'
import { sentence } from './sentences.ts'
import { signatureLines } from './signature-lines.ts'

// The words `sign`, `verify` and `compare` of the command line, and the sentences of the answers.

const folder = mkdtempSync(join(tmpdir(), 'songhanh-sign-'))
const put = (name: string, content: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('every answer, problem and refusal has its sentence', () => {
  const codes = QUESTIONS.flatMap((question) => Object.keys(REMARKS[question]).map((code) => `documents.signature.${question}.${code}`))
  const keys = [...codes, ...REPORT_PROBLEMS.map((code) => `documents.signature.problem.${code}`), ...SIGNING_REASONS.map((reason) => `errors.documents.signing_${reason}`)]
  const params = new Proxy({}, { get: () => 1, has: () => true })
  expect(keys.filter((key) => sentence(key, params) === null)).toEqual([])
})

test('a file is signed with a key file and verified with the roots of a folder', async () => {
  const pki = await aSamplePki('rsa')
  mkdirSync(join(folder, 'roots'))
  put('roots/goc.pem', pemOf(pki.root))
  put('roots/ghi-chu.txt', Buffer.from('không phải chứng thư'))
  const paths = { file: put('a.pdf', aPlainPdf()), p12: put('k.p12', aPkcs12(pki.person, 'hoa sữa')) }
  const options = { ...paths, passphrase: 'hoa sữa', place: 'words', signer: null } as const
  const signed = put('b.pdf', await signFile(options, new Date()))
  const report = await verifyFile(signed, join(folder, 'roots'))
  expect(report.signatures[0]?.answers).toMatchObject({ integrity: { state: 'ok' }, identity: { state: 'ok' }, time: { state: 'unknown' }, later: { state: 'ok' } })
  const lines = signatureLines(report).join('\n')
  expect(lines).toContain('1. Nguyễn Thị Ánh Nguyệt\n   Cơ quan: Ban Giám hiệu, Trường THPT Hoa Sữa')
  expect(lines).toContain('Nội dung còn nguyên vẹn? [ĐẠT]')
  expect(lines).toContain('chứng thư gốc tin cậy “Chứng thư gốc MẪU”')
  await expect(signFile({ ...options, passphrase: 'sai' }, new Date())).rejects.toThrow('Mật khẩu của tệp khóa không đúng')
  expect(signatureLines({ signatures: [], problem: null })).toEqual(['Tệp này không có chữ ký số.'])
}, 60_000)

test('two documents are compared in words', () => {
  const plan = samplePlan()
  expect(comparisonLines(compareDocuments(plan, plan))[0]).toContain('Hai văn bản giống nhau')
  const lines = comparisonLines(compareDocuments(plan, { ...plan, header: { ...plan.header, date: '2026-04-01' }, recipients: [] }))
  expect(lines).toContain('  Ngày: 05/03/2026 → 01/04/2026')
  expect(lines.filter((line) => line.startsWith('  - '))).toHaveLength(plan.recipients.length)
})
