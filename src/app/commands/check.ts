import { parseArgs } from 'node:util'
import { theOnly } from '#platform/cli/arguments.ts'
import { print, printJson, type Command } from '#platform/cli/command.ts'
import { readDocumentFile } from '../document-file.ts'
import { findingLines } from '../document-outline.ts'

const command: Command = {
  usage: 'check FILE [--json]',
  summary: 'Liệt kê những chỗ cần xem lại của một văn bản: mã, mức độ, trích dẫn, giải thích',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    const { findings } = await readDocumentFile(theOnly(positionals, 'FILE'))
    if (values.json) return printJson({ findings })
    if (findings.length === 0) print('Không thấy chỗ nào cần xem lại.')
    for (const finding of findings) for (const line of findingLines(finding)) print(line)
  },
}
export default command
