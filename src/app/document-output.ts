import type { DocumentModel } from '@songhanh/vanban/model'
import { UnprintableError } from '@songhanh/vanban/writing/unprintable-error'
import { writerProcess, WriterProcessError } from '@songhanh/vanban/writing/process/writer-process'
import { Refusal } from '#platform/cli/command.ts'
import { writeOutputFile } from '#platform/cli/files.ts'

/**
 * Prints a document in the form of Decree 30 into a file.
 * @throws Refusal in words; nothing is written then
 */
export async function writeDocumentFile(model: DocumentModel, format: 'docx' | 'pdf', path: string): Promise<void> {
  await using writer = writerProcess()
  const file = await writer.write(format, model).catch((error: unknown) => {
    if (error instanceof UnprintableError) throw new Refusal(`Phông chữ không có: ${error.characters.join(' ')}. Hãy thay những ký tự này, hoặc in ra .docx.`)
    if (error instanceof WriterProcessError) throw new Refusal(`Không in được văn bản này: ${WRITER_SENTENCES[error.reason]}.`, { cause: error })
    throw error
  })
  await writeOutputFile(path, file)
}

const WRITER_SENTENCES = {
  ended: 'chương trình in dừng giữa chừng',
  timeout: 'văn bản quá dài để in trong thời hạn',
  failed: 'nội dung có chỗ không trình bày được',
} as const satisfies Record<WriterProcessError['reason'], string>
