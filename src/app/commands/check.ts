import { parseArgs } from 'node:util'
import { adviseOn } from '@songhanh/vanban/advice/advise'
import { FIELD_REGISTER } from '@songhanh/vanban/advice/field-register'
import { toldOnce } from '@songhanh/vanban/advice/tell-once'
import type { Advice } from '@songhanh/vanban/advice/text'
import { wholeFrom } from '@songhanh/vanban/advice/whole-citation'
import { theOnly } from '#platform/cli/arguments.ts'
import { print, printJson, type Command } from '#platform/cli/command.ts'
import { readDocumentFile } from '../document-file.ts'
import { findingLines } from '../document-outline.ts'

const command: Command = {
  usage: 'check FILE [--json]',
  summary: 'Liệt kê những chỗ cần xem lại của một văn bản: mã, mức độ, trích dẫn, giải thích, cách sửa',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    const model = await readDocumentFile(theOnly(positionals, 'FILE'))
    const found: readonly Advice[] = [...model.findings, ...adviseOn(model, { register: FIELD_REGISTER })]
    const findings = toldOnce(found, wholeFrom(FIELD_REGISTER))
    if (values.json) return printJson({ findings })
    if (findings.length === 0) print('Không thấy chỗ nào cần xem lại.')
    for (const finding of findings) for (const line of findingLines(finding)) print(line)
  },
}
export default command
