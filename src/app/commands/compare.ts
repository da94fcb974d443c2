import { parseArgs } from 'node:util'
import { compareDocuments } from '@songhanh/vanban/comparing/compare-documents'
import { UsageError, print, printJson, type Command } from '#platform/cli/command.ts'
import { comparisonLines } from '../comparison-lines.ts'
import { readDocumentFile } from '../document-file.ts'

const command: Command = {
  usage: 'compare FILE FILE-SAU [--json]',
  summary: 'So hai văn bản theo nội dung đọc được: thể thức, đoạn chữ, chỉ tiêu, mốc thời gian, căn cứ, nơi nhận',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    const [before, after, ...more] = positionals
    if (before === undefined || after === undefined) throw new UsageError('Thiếu FILE: cần hai tệp để so.')
    if (more.length > 0) throw new UsageError(`Thừa “${more[0]}”.`)
    const comparison = compareDocuments(await readDocumentFile(before), await readDocumentFile(after))
    if (values.json) printJson(comparison)
    else for (const line of comparisonLines(comparison)) print(line)
  },
}
export default command
