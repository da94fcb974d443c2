import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { SIGNED_HOW, SignatureReport, TRUSTED_KINDS } from './model/signatures.ts'

// Signatures: what they say, how a document gets them, and by which certificates they are judged.

const DocumentId = z.object({ documentId: z.uuid() })
const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** An issued document with its signatures so far. */
export const SignedStep = z.object({
  step: z.int(),
  name: z.string(),
  digest: Digest,
  bytes: z.int(),
  signers: z.array(z.string()),
  made: z.enum(SIGNED_HOW),
  addedAt: Instant,
  addedByName: z.nullable(z.string()),
})
export type SignedStep = z.output<typeof SignedStep>

export const SignatureView = z.object({
  /** The file that was looked at: the last signed one, else the one received or printed; null without a PDF. */
  file: z.nullable(z.object({ name: z.string(), digest: Digest })),
  report: z.nullable(SignatureReport),
  /** How many files of root certificates the unit can judge by. */
  roots: z.int(),
  steps: z.array(SignedStep),
})
export type SignatureView = z.output<typeof SignatureView>

export const getSignatures = contract({
  name: 'documents.getSignatures',
  route: 'GET /api/documents/:documentId/signatures',
  permission: 'documents.read',
  summary: 'What is said of the signatures of a document: five answers for each, and its signed copies',
  input: DocumentId,
  output: SignatureView,
})

/** Asked by the route before it opens the file in a child process. */
export const gatherSignatures = contract({
  name: 'documents.gatherSignatures',
  route: 'GET /api/documents/:documentId/signatures/ground',
  permission: 'documents.read',
  summary: 'The file to look at and the certificates to judge by',
  input: DocumentId,
  output: z.object({
    file: SignatureView.shape.file,
    steps: z.array(SignedStep),
    trusted: z.array(z.object({ kind: z.enum(TRUSTED_KINDS), digest: Digest, content: z.instanceof(Uint8Array) })),
  }),
})

/** Asked by the routes before a signature is taken in: who may sign, and what. */
export const prepareSigning = contract({
  name: 'documents.prepareSigning',
  route: 'GET /api/documents/:documentId/signing',
  permission: 'documents.sign',
  summary: 'The file that gets the next signature',
  input: DocumentId,
  output: z.object({ unitId: z.uuid(), digest: Digest, name: z.string(), signerName: z.nullable(z.string()) }),
})

/** Fed by the two routes alone, which have seen the bytes. */
export const addSignedFile = contract({
  name: 'documents.addSignedFile',
  route: 'POST /api/documents/:documentId/signed-files',
  permission: 'documents.sign',
  summary: 'Takes in an issued document that was signed outside (PDF): it must be the same document, with one signature more',
  input: z.object({
    documentId: z.uuid(),
    /** What was signed: nobody else has added a signature meanwhile. */
    baseDigest: Digest,
    file: z.object({ name: text(300), digest: Digest, bytes: z.int() }),
    signers: z.array(z.string()),
    made: z.enum(SIGNED_HOW),
  }),
  output: z.object({ step: z.int(), signers: z.array(z.string()) }),
})

export const signWithKey = contract({
  name: 'documents.signWithKey',
  route: 'POST /api/documents/:documentId/signed-files/key',
  permission: 'documents.sign',
  summary: 'Signs an issued document with a key file (PKCS#12) sent along with its passphrase and the place of the stamp; the key is used once and kept nowhere',
  input: DocumentId,
  output: addSignedFile.output,
})

export const TrustedFile = z.object({
  id: z.uuid(),
  kind: z.enum(TRUSTED_KINDS),
  name: z.string(),
  title: z.string(),
  digest: Digest,
  endsOn: z.nullable(Day),
  addedAt: Instant,
  /** The unit that keeps it: a superior's counts below too. */
  unitName: z.string(),
  isOwn: z.boolean(),
})
export type TrustedFile = z.output<typeof TrustedFile>

export const listTrusted = contract({
  name: 'documents.listTrusted',
  route: 'GET /api/units/:unitId/trusted-files',
  permission: 'documents.read',
  summary: 'Root certificates and lists of withdrawn ones by which signatures are judged in a unit: its own and its superiors’',
  input: z.object({ unitId: z.uuid() }),
  output: z.array(TrustedFile),
})

/** Asked before the bytes are taken in. */
export const prepareTrusted = contract({
  name: 'documents.prepareTrusted',
  route: 'GET /api/units/:unitId/trusted-files/upload',
  permission: 'documents.keepTrusted',
  summary: 'Whether the caller may add certificates',
  input: z.object({ unitId: z.uuid() }),
  output: z.null(),
})

/** Fed by the upload route alone. */
export const addTrusted = contract({
  name: 'documents.addTrusted',
  route: 'POST /api/units/:unitId/trusted-files',
  permission: 'documents.keepTrusted',
  summary: 'Adds a file of root certificates (PEM or DER) or a list of withdrawn ones (CRL)',
  input: z.object({ unitId: z.uuid(), kind: z.enum(TRUSTED_KINDS), name: text(300), title: text(1_000), content: z.instanceof(Uint8Array), digest: Digest, endsOn: z.nullable(Day) }),
  output: z.object({ id: z.uuid() }),
})

export const removeTrusted = contract({
  name: 'documents.removeTrusted',
  route: 'DELETE /api/units/:unitId/trusted-files/:trustedId',
  permission: 'documents.keepTrusted',
  summary: 'Removes a file of certificates: signatures are no longer judged by it',
  input: z.object({ unitId: z.uuid(), trustedId: z.uuid() }),
  output: z.null(),
})
