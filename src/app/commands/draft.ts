import { parseArgs } from 'node:util'
import { UNIT_KINDS, type UnitKind } from '#modules/plans/model/roles.ts'
import { endingOf, oneOf, required, wholeNumber } from '#platform/cli/arguments.ts'
import { say, type Command } from '#platform/cli/command.ts'
import { writeOutputFile } from '#platform/cli/files.ts'
import { dayOf } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { readDocumentFile } from '../document-file.ts'
import { writeDocumentFile } from '../document-output.ts'
import { draftFrom, type Draft } from '../draft.ts'

const command: Command = {
  usage: `draft --from FILE --kind ${UNIT_KINDS.join('|')} --unit "TÊN ĐƠN VỊ" [--year NĂM] --out FILE.docx|FILE.pdf|FILE.json`,
  summary: 'Dựng kế hoạch của đơn vị từ kế hoạch cấp trên, trả lời từng ý; .json là mô hình để render hoặc sửa tiếp',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, kind: { type: 'string' }, unit: { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } } })
    const from = required(values.from, '--from FILE')
    const kind: UnitKind = oneOf(required(values.kind, '--kind'), '--kind', UNIT_KINDS)
    const unitName = required(values.unit, '--unit "TÊN ĐƠN VỊ"').normalize('NFC').trim().replace(/\s+/g, ' ')
    const year = values.year === undefined ? null : wholeNumber(values.year, '--year', 2000, 2100)
    const out = required(values.out, '--out FILE')
    const format = endingOf(out, ['docx', 'pdf', 'json'])
    const superior = await readDocumentFile(from)
    const now = new Date()
    const draft = draftFrom(superior, { kind, unitName, year, thisYear: Number(dayOf(now).slice(0, 4)), newId: () => uuidv7(now) })
    if (format === 'json') await writeOutputFile(out, `${JSON.stringify(draft.document, null, 2)}\n`)
    else await writeDocumentFile(draft.document, format, out)
    say(`${summaryOf(draft)}\nĐã ghi ${out}`)
  },
}
export default command

function summaryOf({ year, matrix: { summary } }: Draft): string {
  const left = summary.missing > 0 ? `, còn thiếu ${summary.missing}` : ''
  const partly = summary.partial > 0 ? `, đáp ứng một phần ${summary.partial}` : ''
  return `Kế hoạch năm ${year}: ${summary.total} ý của cấp trên, đáp ứng ${summary.covered}${partly}${left}. Đây là dự thảo: hãy rà soát trước khi trình.`
}
