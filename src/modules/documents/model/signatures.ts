import { QUESTIONS, REPORT_PROBLEMS, STATES } from '@songhanh/vanban/signatures/answers'
import * as z from 'zod/mini'

export const SIGNED_HOW = ['upload', 'key', 'delivery'] as const
/** How a signed copy came to be: signed outside and sent in, with a key file here, or with the document from its issuer. */
export type SignedHow = (typeof SIGNED_HOW)[number]

export const TRUSTED_KINDS = ['root', 'list'] as const
/** Certificates that are trusted, or a list of withdrawn ones. */
export type TrustedKind = (typeof TRUSTED_KINDS)[number]

/** Where a signature is seen: over the name of the signer, as the organ's seal, or as words at the top of the first page. */
export const STAMP_PLACES = ['signer', 'seal', 'words'] as const

const Remark = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const Answer = z.object({ state: z.enum(STATES), remarks: z.array(Remark) })

/** What is said of the signatures of a file, as the engine answers. */
export const SignatureReport = z.object({
  signatures: z.array(
    z.object({
      order: z.int(),
      kind: z.enum(['signature', 'timestamp']),
      field: z.string(),
      signer: z.nullable(
        z.object({
          name: z.nullable(z.string()),
          organ: z.nullable(z.string()),
          units: z.array(z.string()),
          post: z.nullable(z.string()),
          taxCode: z.nullable(z.string()),
          issuer: z.nullable(z.string()),
          serial: z.string(),
          validFrom: z.string(),
          validTo: z.string(),
        }),
      ),
      signedAt: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      pages: z.array(z.int()),
      answers: z.record(z.enum(QUESTIONS), Answer),
    }),
  ),
  problem: z.nullable(z.enum(REPORT_PROBLEMS)),
})
export type SignatureReport = z.output<typeof SignatureReport>
export type SignatureAnswers = SignatureReport['signatures'][number]
