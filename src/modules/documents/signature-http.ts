import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { isOnlySigned } from '@songhanh/vanban/signatures/compare-files'
import { SigningError } from '@songhanh/vanban/signatures/signing-error'
import * as z from 'zod/mini'
import { dayOf } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { disposition, plainName, receiveFile } from '#platform/http/receive-file.ts'
import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { SignatureReport, STAMP_PLACES } from './model/signatures.ts'
import addSignedFile from './operations/add-signed-file.ts'
import addTrusted from './operations/add-trusted.ts'
import gatherSignatures from './operations/gather-signatures.ts'
import prepareSigning from './operations/prepare-signing.ts'
import prepareTrusted from './operations/prepare-trusted.ts'
import { addSignedFile as addSignedContract, addTrusted as addTrustedContract, getSignatures, signWithKey } from './signature-contract.ts'

const Id = z.uuid()
const WITHOUT_FILE = { noFile: 'documents.no_file', broken: 'documents.upload_broken' } as const

export const signaturePlainRoutes: readonly PlainRoute[] = [
  { ...getSignatures, answer: { json: getSignatures.output } },
  { ...addSignedContract, input: z.object({ documentId: Id }), takesFile: true, answer: { json: addSignedContract.output } },
  { ...signWithKey, input: z.object({ documentId: Id }), takesFile: true, answer: { json: signWithKey.output } },
  { ...addTrustedContract, input: z.object({ unitId: Id }), takesFile: true, answer: { json: addTrustedContract.output } },
  {
    name: 'documents.downloadSigned',
    route: 'GET /api/documents/:documentId/signed-files/:step',
    permission: getSignatures.permission,
    summary: 'A signed copy of a document',
    input: z.object({ documentId: Id, step: z.coerce.number<number | string>() }),
    answer: { mediaTypes: ['application/pdf'] },
  },
]

/** A key file and certificates are small. */
const SMALL_FILE_BYTES = 1_048_576

type RequestOf = (request: FastifyRequest) => Promise<Request>

/** Signatures: files are opened and signed in child processes, outside of any transaction. */
export function signatureRoutes(app: FastifyInstance, services: Services, requestOf: RequestOf): void {
  const verify = rememberedReports(services)

  app.get<{ Params: { documentId: string } }>('/api/documents/:documentId/signatures', async (http, reply) => {
    const request = await requestOf(http)
    const { file, steps, trusted } = await gatherSignatures.run(request, http.params)
    const report = file && (await verify(file.digest, trusted, request.now))
    return reply.header('cache-control', 'no-store').send({ file, report, roots: trusted.filter(({ kind }) => kind === 'root').length, steps })
  })

  app.get<{ Params: { documentId: string; step: string } }>('/api/documents/:documentId/signed-files/:step', async (http, reply) => {
    const { steps } = await gatherSignatures.run(await requestOf(http), http.params)
    const file = steps.find(({ step }) => step === Number(http.params.step))
    if (!file) throw new AppError('not_found', 'documents.file_not_found')
    const bytes = await services.files.read(file.digest)
    reply.headers({ 'content-type': 'application/pdf', 'content-length': file.bytes, 'content-disposition': disposition('attachment', file.name), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' })
    return reply.send(bytes)
  })

  app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 5, fileSize: Number.MAX_SAFE_INTEGER } })

    scope.post<{ Params: { documentId: string } }>('/api/documents/:documentId/signed-files', async (http, reply) => {
      const request = await requestOf(http)
      const base = await prepareSigning.run(request, http.params)
      const received = await receiveFile(services.files, http, reply, services.config.uploadLimitBytes, WITHOUT_FILE)
      if (!received) return reply
      const { staged, name } = received
      try {
        const signers = await signersOf(services, base.digest, await readFile(staged.path), request.now)
        const { digest, bytes } = await staged.keep()
        const file = { name: plainName(name, base.name), digest, bytes }
        return await reply.send(await addSignedFile.run(request, { ...http.params, baseDigest: base.digest, file, signers, made: 'upload' }))
      } finally {
        await staged.drop()
      }
    })

    scope.post<{ Params: { documentId: string } }>('/api/documents/:documentId/signed-files/key', async (http, reply) => {
      const request = await requestOf(http)
      const base = await prepareSigning.run(request, http.params)
      const { content, fields } = await smallFile(http)
      const signed = await signedWith(services, base, { key: content, passphrase: fields['passphrase'] ?? '', place: STAMP_PLACES.find((place) => place === fields['place']) ?? 'words', at: request.now })
      const signers = await signersOf(services, base.digest, signed, request.now)
      const stored = await services.files.write(Readable.from([Buffer.from(signed)]), Number.MAX_SAFE_INTEGER)
      return reply.send(await addSignedFile.run(request, { ...http.params, baseDigest: base.digest, file: { name: base.name, ...stored }, signers, made: 'key' }))
    })

    scope.post<{ Params: { unitId: string } }>('/api/units/:unitId/trusted-files', async (http, reply) => {
      const request = await requestOf(http)
      await prepareTrusted.run(request, http.params)
      const { content, name } = await smallFile(http)
      const found = await inWords(() => services.reader.handle({ what: 'describe', file: content }))
      if (!found) throw new AppError('invalid', 'documents.root_none')
      const digest = createHash('sha256').update(content).digest('hex')
      const endsOn = found.endsAt === null ? null : dayOf(new Date(found.endsAt))
      return reply.send(await addTrusted.run(request, { ...http.params, kind: found.kind, name: plainName(name, 'chung-thu'), title: found.title.slice(0, 1_000), content, digest, endsOn }))
    })
  })
}

/** A small file held in memory alone: a key is written nowhere. */
async function smallFile(http: FastifyRequest): Promise<{ readonly content: Uint8Array; readonly name: string; readonly fields: Readonly<Record<string, string>> }> {
  const part = http.isMultipart() ? await http.file({ limits: { fileSize: SMALL_FILE_BYTES } }) : undefined
  if (!part) throw new AppError('invalid', 'documents.no_file')
  const content = await part.toBuffer()
  if (part.file.truncated) throw new AppError('invalid', 'files.too_large', { megabytes: 1 })
  const fields = Object.entries(part.fields).flatMap(([name, field]): [string, string][] => (field && 'value' in field && typeof field.value === 'string' ? [[name, field.value]] : []))
  return { content, name: part.filename, fields: Object.fromEntries(fields) }
}

interface KeyToUse {
  readonly key: Uint8Array
  readonly passphrase: string
  readonly place: (typeof STAMP_PLACES)[number]
  readonly at: Date
}

const COLOURS = { signer: 'blue', seal: 'red', words: 'black' } as const satisfies Record<KeyToUse['place'], string>

async function signedWith(services: Services, base: { readonly digest: string; readonly signerName: string | null }, { key, passphrase, place, at }: KeyToUse): Promise<Uint8Array> {
  const pdf = await readFile(services.files.pathOf(base.digest))
  return inWords(async () => {
    const places = await services.reader.handle({ what: 'places', pdf, signerName: base.signerName })
    const where = places[place]
    if (where === null) throw new AppError('invalid', 'documents.signed_no_place')
    return services.reader.handle({ what: 'sign', pdf, key, passphrase, request: { at, stamp: { place: where, colour: COLOURS[place] } } })
  })
}

/**
 * The signers of a file that must be another one with signatures added, each of them whole.
 * @throws AppError `invalid`
 */
async function signersOf(services: Services, baseDigest: string, after: Uint8Array, now: Date): Promise<string[]> {
  const before = await readFile(services.files.pathOf(baseDigest))
  const [comparison, report] = await inWords(async () => [
    await services.reader.handle({ what: 'compare', before, after }),
    await services.reader.handle({ what: 'verify', pdf: after, options: { roots: [], now } }),
  ] as const)
  if (comparison.changes !== null && comparison.signatures.after <= comparison.signatures.before) throw new AppError('invalid', 'documents.signed_nothing')
  if (!isOnlySigned(comparison)) throw new AppError('invalid', 'documents.signed_other')
  const isWhole = report.problem === null && report.signatures.every(({ answers }) => answers.integrity.state !== 'bad' && answers.later.state !== 'bad')
  if (!isWhole) throw new AppError('invalid', 'documents.signed_broken')
  return report.signatures.map(({ signer }) => signer?.name ?? '?')
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SigningError) throw new AppError('invalid', `documents.signing_${error.reason}`, {}, { cause: error })
    throw error
  }
}

const REMEMBERED = 200

type Trusted = readonly { readonly kind: string; readonly digest: string; readonly content: Uint8Array }[]

/** Reports by file, certificates and day: a page that is opened again is not judged again. */
function rememberedReports(services: Services): (digest: string, trusted: Trusted, now: Date) => Promise<SignatureReport> {
  const reports = new Map<string, Promise<SignatureReport>>()
  return (digest, trusted, now) => {
    const key = [digest, dayOf(now), ...trusted.map((file) => file.digest)].join()
    const known = reports.get(key)
    if (known) return known
    const made = judge(services, digest, trusted, now)
    reports.set(key, made)
    made.catch(() => reports.delete(key))
    const [oldest] = reports.keys()
    if (reports.size > REMEMBERED && oldest !== undefined) reports.delete(oldest)
    return made
  }
}

async function judge(services: Services, digest: string, trusted: Trusted, now: Date): Promise<SignatureReport> {
  const pdf = await readFile(services.files.pathOf(digest)).catch((cause: unknown) => {
    throw new AppError('not_found', 'files.missing', {}, { cause })
  })
  const of = (kind: string) => trusted.filter((file) => file.kind === kind).map(({ content }) => content)
  try {
    return SignatureReport.parse(await services.reader.handle({ what: 'verify', pdf, options: { roots: of('root'), lists: of('list'), now } }))
  } catch (error) {
    if (!(error instanceof SigningError)) throw error
    return { signatures: [], problem: error.reason === 'too_slow' || error.reason === 'too_large' ? error.reason : 'malformed' }
  }
}
