import { answerScanJob } from './scan-answers.ts'
import { readFile } from './read-file.ts'
import type { ReaderAnswers, ReaderJob } from './reader-jobs.ts'

/** The program of the child process: does what it is asked, one job at a time, until it is let go or killed. */
const send = (answer: { readonly ready: true } | { readonly answer: ReaderAnswers[ReaderJob['kind']] }) => process.send?.(answer)

process.on('message', (job: ReaderJob) => {
  const answer = answerOf(job)
  void answer.then((found) => send({ answer: found }))
})

/** What few files need is loaded with the first of them. */
async function answerOf(job: ReaderJob): Promise<ReaderAnswers[ReaderJob['kind']]> {
  if (job.kind === 'read') return readFile(job.bytes, job.name)
  if (job.kind !== 'signature') return answerScanJob(job)
  const { answerSignatureJob } = await import('../signatures/process/answer-signature-job.ts')
  return answerSignatureJob(job)
}

process.on('disconnect', () => process.exit(0))
send({ ready: true })
