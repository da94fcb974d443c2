import { compareFiles } from '../compare-files.ts'
import { decreePlaces } from '../decree-places.ts'
import { describeTrusted } from '../describe-trusted.ts'
import { signPdf } from '../sign.ts'
import { openPkcs12 } from '../signing-key.ts'
import { SigningError } from '../signing-error.ts'
import { linesOfSigner } from '../stamp-words.ts'
import { verifySignatures } from '../verify.ts'
import type { SignatureAnswer, SignatureJob, SignatureResults, SignatureTask } from './signature-jobs.ts'

/** Does a task in the child; what is refused is an answer too. */
export async function answerSignatureJob({ task }: SignatureJob): Promise<SignatureAnswer> {
  try {
    return { ok: true, result: await resultOf(task) }
  } catch (error) {
    if (error instanceof SigningError) return { ok: false, reason: error.reason, detail: error.message }
    return { ok: false, reason: 'not_pdf', detail: String(error) }
  }
}

async function resultOf(task: SignatureTask): Promise<SignatureResults[keyof SignatureResults]> {
  switch (task.what) {
    case 'verify':
      return verifySignatures(task.pdf, task.options)
    case 'compare':
      return compareFiles(task.before, task.after)
    case 'describe':
      return describeTrusted(task.file)
    case 'places':
      return decreePlaces(task.pdf, task.signerName)
    case 'sign': {
      const { at, reason, stamp } = task.request
      const key = openPkcs12(task.key, task.passphrase)
      const lines = stamp && (stamp.lines ?? (stamp.picture ? [] : linesOfSigner(key.certificate, at)))
      return signPdf(task.pdf, key, { at, ...(reason === undefined ? {} : { reason }), ...(stamp && lines ? { stamp: { ...stamp, lines } } : {}) })
    }
  }
}
