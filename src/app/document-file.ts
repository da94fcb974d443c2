import { basename, resolve } from 'node:path'
import type { DocumentModel } from '@songhanh/vanban/model'
import type { UnreadableReason } from '@songhanh/vanban/files/unreadable'
import type { ReadSuccess } from '@songhanh/vanban/process/read-file'
import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import { Refusal, say } from '#platform/cli/command.ts'
import { checkInputFile, withFile } from '#platform/cli/files.ts'

const SENTENCES = {
  empty: 'không có chữ nào',
  wrong_type: 'không phải Word (.docx), PDF hay văn bản thuần (.txt, .md); tệp .doc, .odt, .rtf cần LibreOffice trên máy này. Hãy mở bằng Word, chọn Lưu thành (Save As) › .docx rồi chạy lại',
  encrypted: 'có đặt mật khẩu. Hãy bỏ mật khẩu rồi chạy lại',
  truncated: 'bị đứt giữa chừng, có thể do tải chưa xong. Hãy tải lại từ nơi gửi',
  bomb: 'nén bất thường, mở ra quá lớn, nên bị từ chối. Hãy xin lại tệp từ nơi gửi',
  too_slow: 'đọc quá lâu nên đã dừng. Hãy thử bản Word của văn bản, hoặc tách phụ lục ra tệp riêng',
  too_large: 'quá lớn để đọc. Hãy tách phụ lục hoặc giảm ảnh trong tệp',
  scan: 'là ảnh quét mà máy này không nhận dạng được (cần tesseract và dữ liệu tiếng Việt). Hãy xin nơi gửi tệp Word hoặc PDF có chữ',
  cancelled: 'chưa đọc xong vì việc đọc đã bị dừng',
  broken: 'bị hỏng nên không đọc được. Hãy mở thử; nếu mở được thì lưu thành .docx mới',
} as const satisfies Record<UnreadableReason, string>

/**
 * Reads a document for the command line, in a child process that may be killed.
 *
 * Warnings of the reader go to standard error.
 *
 * @throws Refusal in words when there is no such file or it gives no text
 */
export async function readDocumentFile(path: string): Promise<DocumentModel> {
  return (await readWithEvidence(path)).model
}

/** As `readDocumentFile`, with where each field stands in the file and how sure the reader is. */
export async function readWithEvidence(path: string): Promise<ReadSuccess> {
  await checkInputFile(path)
  await using pool = createReaderPool({ children: 1 })
  const onProgress = ({ done, pages }: { readonly done: number; readonly pages: number }) => say(`${basename(path)}: đã nhận dạng ${done}/${pages} trang.`)
  const outcome = await withFile(path, () => pool.read({ name: basename(path), path: resolve(path) }, { onProgress }))
  if (!outcome.ok) throw new Refusal(`Tệp “${path}” ${SENTENCES[outcome.reason]}.`)
  for (const warning of outcome.raw.warnings) say(`${basename(path)}: ${warning}.`)
  return outcome
}
