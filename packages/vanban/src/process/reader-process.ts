import { answerScanJob } from './scan-answers.ts'
import { readFile } from './read-file.ts'
import type { ReaderAnswers, ReaderJob } from './reader-jobs.ts'

/** The program of the child process: does what it is asked, one job at a time, until it is let go or killed. */
const send = (answer: { readonly ready: true } | { readonly answer: ReaderAnswers[ReaderJob['kind']] }) => process.send?.(answer)

process.on('message', (job: ReaderJob) => {
  const answer = job.kind === 'read' ? readFile(job.bytes, job.name) : answerScanJob(job)
  void answer.then((found) => send({ answer: found }))
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })
