import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SignatureReport } from '@songhanh/vanban/signatures/answers'
import { theOnly } from '#platform/cli/arguments.ts'
import { print, printJson, type Command } from '#platform/cli/command.ts'
import { checkInputFile, withFile } from '#platform/cli/files.ts'
import { withSignatureTasks } from '../signature-tasks.ts'
import { signatureLines } from '../signature-lines.ts'

const command: Command = {
  usage: 'verify FILE [--roots THƯ-MỤC] [--json]',
  summary: 'Kiểm tra chữ ký số của một PDF: năm câu trả lời riêng cho mỗi người ký; --roots: thư mục chứng thư gốc tin cậy (.pem, .crt, .cer) và danh sách thu hồi (.crl)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { roots: { type: 'string' }, json: { type: 'boolean', default: false } }, allowPositionals: true })
    const report = await verifyFile(theOnly(positionals, 'FILE'), values.roots)
    if (values.json) printJson(report)
    else for (const line of signatureLines(report)) print(line)
  },
}
export default command

/**
 * The report on the signatures of a file.
 *
 * @param roots  a folder with trusted certificates and lists of withdrawn ones
 * @throws Refusal in words
 */
export async function verifyFile(path: string, roots?: string): Promise<SignatureReport> {
  await checkInputFile(path)
  const pdf = await withFile(path, () => readFile(resolve(path)))
  const options = { ...(await trustedFiles(roots)), now: new Date() }
  return withSignatureTasks((pool) => pool.handle({ what: 'verify', pdf, options }))
}

async function trustedFiles(folder: string | undefined): Promise<{ readonly roots: readonly Uint8Array[]; readonly lists: readonly Uint8Array[] }> {
  if (folder === undefined) return { roots: [], lists: [] }
  const names = (await withFile(folder, () => readdir(folder))).toSorted()
  const read = (ending: RegExp) => Promise.all(names.filter((name) => ending.test(name)).map((name) => withFile(join(folder, name), () => readFile(join(folder, name)))))
  const [roots, lists] = await Promise.all([read(/\.(pem|crt|cer|der)$/i), read(/\.crl$/i)])
  return { roots, lists }
}
