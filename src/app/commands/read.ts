import { parseArgs } from 'node:util'
import { toReading } from '@songhanh/vanban/reading/reading-json'
import { print, printJson, type Command } from '#platform/cli/command.ts'
import { theOnly } from '#platform/cli/arguments.ts'
import { readWithEvidence } from '../document-file.ts'
import { outlineOf } from '../document-outline.ts'

const command: Command = {
  usage: 'read FILE [--json]',
  summary: 'Đọc một văn bản (.docx, .pdf, .txt, .md) và in cấu trúc của nó; --json: in một đối tượng JSON, mỗi trường kèm trang, vị trí và độ chắc',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    const { model, evidence } = await readWithEvidence(theOnly(positionals, 'FILE'))
    if (values.json) printJson({ ...toReading(model), evidence })
    else for (const line of outlineOf(model)) print(line)
  },
}
export default command
