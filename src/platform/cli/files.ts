import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from './command.ts'

/** What the system says about a path that cannot be read or written, for a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'không có ở đó. Hãy kiểm tra lại đường dẫn',
  ENOTDIR: 'không có ở đó. Hãy kiểm tra lại đường dẫn',
  EACCES: 'không được phép mở. Hãy kiểm tra quyền của tệp',
  EPERM: 'không được phép mở. Hãy kiểm tra quyền của tệp',
  EISDIR: 'là một thư mục. Hãy ghi tên một tệp',
  ENOSPC: 'không ghi được vì đĩa đã đầy',
  EROFS: 'không ghi được vì đĩa chỉ cho đọc',
  ENAMETOOLONG: 'có tên quá dài',
}

/**
 * Makes sure that a path leads to an ordinary file that has something in it.
 * @throws Refusal in words
 */
export async function checkInputFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => refuse('Tệp', path, error))
  if (found.isDirectory()) throw new Refusal(`“${path}” ${REASONS['EISDIR']}.`)
  // A device or a pipe may never end.
  if (!found.isFile()) throw new Refusal(`“${path}” không phải một tệp thường. Hãy lưu nội dung thành tệp rồi chạy lại.`)
  if (found.size === 0) throw new Refusal(`Tệp “${path}” không có nội dung.`)
}

/** Wraps what touches a file, so that a failure of the system becomes a sentence. */
export async function withFile<T>(path: string, use: () => Promise<T>): Promise<T> {
  return use().catch((error: unknown) => refuse('Tệp', path, error))
}

/**
 * Writes a whole file or nothing: beside its place first, then under its name.
 * @throws Refusal in words
 */
export async function writeOutputFile(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path)
  const place = await stat(folder).catch((error: unknown) => refuse('Thư mục', folder, error))
  if (!place.isDirectory()) throw new Refusal(`“${folder}” không phải một thư mục.`)
  const taken = await stat(path).catch(() => null)
  if (taken && !taken.isFile()) throw new Refusal(`“${path}” ${taken.isDirectory() ? REASONS['EISDIR'] : 'không phải một tệp thường'}.`)
  const part = join(folder, `.${basename(path)}.${process.pid}.part`)
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    refuse('Tệp', path, error)
  }
}

function refuse(what: string, path: string, error: unknown): never {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined
  if (!reason) throw error
  throw new Refusal(`${what} “${path}” ${reason}.`, { cause: error })
}
