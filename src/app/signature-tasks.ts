import { createReaderPool, type ReaderPool } from '@songhanh/vanban/process/reader-pool'
import { SigningError } from '@songhanh/vanban/signatures/signing-error'
import { Refusal } from '#platform/cli/command.ts'
import { sentence } from './sentences.ts'

/** Files and keys come from anyone: they are opened in a child process. @throws Refusal in words */
export async function withSignatureTasks<T>(work: (pool: ReaderPool) => Promise<T>): Promise<T> {
  await using pool = createReaderPool({ children: 1 })
  try {
    return await work(pool)
  } catch (error) {
    if (error instanceof SigningError) throw new Refusal(sentence(`errors.documents.signing_${error.reason}`) ?? error.message, { cause: error })
    throw error
  }
}
