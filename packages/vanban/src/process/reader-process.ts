import { readFile } from './read-file.ts'
import type { ReaderAnswer, ReaderJob } from './reader-child.ts'

/** The program of the child process: reads the files that it is sent, one at a time, until it is let go or killed. */
const send = (answer: ReaderAnswer) => process.send?.(answer)

process.on('message', (job: ReaderJob) => {
  void readFile(job.bytes, job.name).then((outcome) => send({ outcome }))
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })
