import { UnreadableFile } from '../files/unreadable.ts'
import { finishReading, refusalOf } from './read-file.ts'
import type { JobOf, ReaderAnswers, ReaderJob } from './reader-jobs.ts'

type ScanJob = Exclude<ReaderJob, JobOf<'read' | 'signature'>>

/** Does one step of reading a scan; always answers, never throws. */
export async function answerScanJob(job: ScanJob): Promise<ReaderAnswers[ScanJob['kind']]> {
  try {
    // pdf.js takes a quarter of a second to load: only for those who need it.
    const scan = await import('../scans/scan-job.ts')
    switch (job.kind) {
      case 'openScan':
        return { ok: true, pages: await scan.openScan(job.bytes) }
      case 'picture':
        return { ok: true, picture: await scan.pictureOf(job.page) }
      case 'layOut':
        return finishReading(await scan.layOutScan(job.pages, job.recogniser, job.withText), 'pdf', job.name)
    }
  } catch (error) {
    return refusalOf(error instanceof Error && error.name === 'PasswordException' ? new UnreadableFile('encrypted', error.message) : error)
  }
}
