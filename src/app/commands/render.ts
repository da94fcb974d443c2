import { parseArgs } from 'node:util'
import { endingOf, required, theOnly } from '#platform/cli/arguments.ts'
import { say, type Command } from '#platform/cli/command.ts'
import { writeDocumentFile } from '../document-output.ts'
import { readModelFile } from '../model-file.ts'

const command: Command = {
  usage: 'render PLAN.json --out FILE.docx|FILE.pdf',
  summary: 'In một mô hình văn bản (JSON) thành Word hoặc PDF theo thể thức Nghị định 30',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true })
    const path = theOnly(positionals, 'PLAN.json')
    const out = required(values.out, '--out FILE')
    const format = endingOf(out, ['docx', 'pdf'])
    await writeDocumentFile(await readModelFile(path), format, out)
    say(`Đã ghi ${out}`)
  },
}
export default command
