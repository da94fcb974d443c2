import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from '#app/server.ts'
import type { Actor } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import { newToken, tokenHash } from '#core/access/token.ts'
import type { Services } from '#core/services.ts'
import { drainJobs, testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { aPkcs12, aSamplePki, pemOf } from '@songhanh/vanban/signatures/sample-keys'
import { signPdf } from '@songhanh/vanban/signatures/sign'
import { aReading } from './model/a-reading.ts'
import approveDocument from './operations/approve-document.ts'
import createDraft from './operations/create-draft.ts'
import issueDocument from './operations/issue-document.ts'
import numberDocument from './operations/number-document.ts'
import submitDocument from './operations/submit-document.ts'
import type { SignatureView } from './signature-contract.ts'

let world: World
let services: Services
let app: FastifyInstance
let address: string
let sector: Awaited<ReturnType<typeof aSector>>
let pki: Awaited<ReturnType<typeof aSamplePki>>
let clerk: Actor
let cookies: Record<'clerk' | 'teacher' | 'administrator' | 'schoolClerk', string>

beforeAll(async () => {
  world = await aWorld()
  services = testServices(world)
  sector = await aSector(world)
  pki = await aSamplePki('rsa')
  app = await buildServer({ config: services.config, db: world.db, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  clerk = await world.person(sector.department, ['clerk'])
  cookies = {
    clerk: await sessionOf(clerk),
    teacher: await sessionOf(await world.person(sector.department, ['teacher'])),
    administrator: await sessionOf(await world.person(sector.department, ['administrator'])),
    schoolClerk: await sessionOf(await world.person(sector.highSchool, ['clerk'])),
  }
})
afterAll(() => app.close())

async function sessionOf(actor: Actor): Promise<string> {
  const token = newToken()
  await sql`insert into access.session (token_hash, id, account_id, created_at, last_seen_at, expires_at)
    values (${tokenHash(token)}, ${actor.sessionId}, ${actor.accountId}, ${world.now}, ${world.now}, ${new Date(world.now.getTime() + 3_600_000)})`.execute(world.db)
  return `${SESSION_COOKIE}=${token}`
}

async function issued(recipientUnitIds: string[] = []): Promise<string> {
  const head = await world.person(sector.department, ['department_officer'])
  const writer = await world.person(sector.department, ['committee_secretary'])
  const reading = { ...aReading({ number: null, symbol: null, date: null }), signer: { authority: null, position: 'GIÁM ĐỐC', name: 'Nguyễn Thị Ánh Nguyệt' } }
  const { documentId } = await createDraft.run(world.as(writer), { unitId: sector.department, direction: 'outgoing', reading })
  await submitDocument.run(world.as(writer), { documentId, version: 1 })
  await approveDocument.run(world.as(head), { documentId, version: 2 })
  await numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02' })
  await issueDocument.run(world.as(clerk), { documentId, version: 4, recipientUnitIds, publish: false })
  await drainJobs(world, services)
  return documentId
}

async function post(path: string, bytes: Uint8Array, name: string, { cookie = cookies.clerk, fields = {} as Record<string, string> } = {}) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const answer = await fetch(address + path, { method: 'POST', headers: { cookie }, body: form })
  return { status: answer.status, body: (await answer.json()) as { code?: string; step?: number; signers?: string[] } }
}

async function get(path: string, cookie = cookies.clerk) {
  const answer = await fetch(address + path, { headers: { cookie } })
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

async function signaturesOf(documentId: string, cookie = cookies.clerk): Promise<SignatureView> {
  return JSON.parse(Buffer.from((await get(`/api/documents/${documentId}/signatures`, cookie)).bytes).toString()) as SignatureView
}
const pdfOf = async (documentId: string) => (await get(`/api/documents/${documentId}/files/pdf`)).bytes
const signedFiles = (documentId: string) => `/api/documents/${documentId}/signed-files`

describe('an issued document', { timeout: 60_000 }, () => {
  it('is signed by the person outside, then by the organ with a key file, and both copies stay', async () => {
    const documentId = await issued([sector.highSchool])
    expect(await signaturesOf(documentId)).toMatchObject({ report: { signatures: [], problem: null }, steps: [] })

    const person = signPdf(await pdfOf(documentId), pki.person, { at: world.now })
    expect(await post(signedFiles(documentId), person, 'da-ky.pdf')).toMatchObject({ status: 200, body: { step: 1, signers: ['Nguyễn Thị Ánh Nguyệt'] } })
    const fields = { passphrase: 'hoa sữa', place: 'seal' }
    const organ = await post(`${signedFiles(documentId)}/key`, aPkcs12(pki.organ, 'hoa sữa'), 'dau.p12', { fields })
    expect(organ).toMatchObject({ status: 200, body: { step: 2, signers: ['Nguyễn Thị Ánh Nguyệt', 'Trường THPT Hoa Sữa'] } })

    const view = await signaturesOf(documentId)
    expect(view.steps.map(({ made }) => made)).toEqual(['upload', 'key'])
    expect(view.report?.signatures.map(({ answers }) => [answers.integrity.state, answers.identity.state, answers.later.state])).toEqual([
      ['ok', 'unknown', 'ok'],
      ['ok', 'unknown', 'ok'],
    ])
    expect((await get(`${signedFiles(documentId)}/1`)).bytes).toEqual(new Uint8Array(person))
    await expect(sql`delete from documents.signed_file`.execute(world.db)).rejects.toThrow('frozen')

    await drainJobs(world, services)
    const [entry] = (await world.rows(sql`select id from documents.document where source_document_id = ${documentId}`)) as { id: string }[]
    expect((await signaturesOf(entry!.id, cookies.schoolClerk)).steps.map(({ made }) => made)).toEqual(['delivery', 'delivery'])
  })

  it('takes no other document, no unsigned one and no altered one, and leaves nothing of them', async () => {
    const documentId = await issued()
    const pdf = await pdfOf(documentId)
    const signed = Buffer.from(signPdf(pdf, pki.person, { at: world.now }))
    const altered = Buffer.from(signed)
    altered.writeUInt8((altered[altered.length - 1000] ?? 0) ^ 1, altered.length - 1000)
    const other = signPdf(await pdfOf(await issued()), pki.person, { at: world.now })
    expect(await post(signedFiles(documentId), pdf, 'a.pdf')).toMatchObject({ status: 422, body: { code: 'documents.signed_nothing' } })
    expect((await post(signedFiles(documentId), other, 'a.pdf')).body.code).toBe('documents.signed_other')
    expect((await post(signedFiles(documentId), altered, 'a.pdf')).status).toBe(422)
    expect(await post(`${signedFiles(documentId)}/key`, aPkcs12(pki.organ, 'hoa sữa'), 'a.p12', { fields: { passphrase: 'sai' } })).toMatchObject({ status: 422, body: { code: 'documents.signing_wrong_passphrase' } })
    expect((await signaturesOf(documentId)).steps).toEqual([])
  })

  it('is not signed by those who may not', async () => {
    const documentId = await issued()
    const signed = signPdf(await pdfOf(documentId), pki.person, { at: world.now })
    expect((await post(signedFiles(documentId), signed, 'a.pdf', { cookie: cookies.teacher })).status).toBe(403)
    expect((await post(signedFiles(documentId), signed, 'a.pdf', { cookie: cookies.schoolClerk })).status).toBe(404)
    expect((await post(`${signedFiles(documentId)}/key`, aPkcs12(pki.person, ''), 'a.p12', { cookie: cookies.teacher })).status).toBe(403)
  })
})

describe('root certificates', () => {
  const roots = () => `/api/units/${sector.department}/trusted-files`

  it('are added by an administrator, and judge the signatures of the unit and those below from then on', async () => {
    expect((await post(roots(), pemOf(pki.root), 'goc.pem')).status).toBe(403)
    expect((await post(roots(), Buffer.from('không phải'), 'goc.pem', { cookie: cookies.administrator })).body.code).toBe('documents.root_none')
    expect((await post(roots(), pemOf(pki.root), 'goc.pem', { cookie: cookies.administrator })).status).toBe(200)
    expect((await post(roots(), pemOf(pki.root), 'goc.pem', { cookie: cookies.administrator })).body.code).toBe('documents.root_there')

    const documentId = await issued([sector.highSchool])
    await post(signedFiles(documentId), signPdf(await pdfOf(documentId), pki.person, { at: world.now }), 'a.pdf')
    await drainJobs(world, services)
    const [entry] = (await world.rows(sql`select id from documents.document where source_document_id = ${documentId}`)) as { id: string }[]
    for (const [id, cookie] of [[documentId, cookies.clerk], [entry!.id, cookies.schoolClerk]] as const) {
      const { report, roots: count } = await signaturesOf(id, cookie)
      expect([count, report?.signatures[0]?.answers.identity.state]).toEqual([1, 'ok'])
    }
  })
})
