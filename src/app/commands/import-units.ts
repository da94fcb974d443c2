import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { ImportOutcome } from '#core/units/contract.ts'
import { HEADINGS } from '#core/units/import/columns.ts'
import { importUnits } from '#core/units/import/import-units.ts'
import { theOnly } from '#platform/cli/arguments.ts'
import { print, printJson, Refusal, say, type Command } from '#platform/cli/command.ts'
import { checkInputFile, withFile } from '#platform/cli/files.ts'
import { sentence } from '../sentences.ts'
import { withGround } from '../with-ground.ts'

const command: Command = {
  usage: 'import-units FILE.xlsx|FILE.csv [--dry-run] [--take-good] [--json]',
  summary: 'Nhập đơn vị từ bảng tính; --dry-run: chỉ kiểm tra, --take-good: ghi các dòng đúng dù còn dòng sai',
  async run(args) {
    const options = { 'dry-run': { type: 'boolean', default: false }, 'take-good': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const path = theOnly(positionals, 'FILE')
    const dryRun = values['dry-run']
    await checkInputFile(path)
    const bytes = await withFile(path, () => readFile(path))
    const outcome = await withGround(({ services }) => importUnits(services.systemRequest(), bytes, { dryRun, takeGood: values['take-good'] }))
    if (values.json) printJson(outcome)
    else report(outcome)
    if (outcome.refused > 0 && !outcome.written) {
      throw new Refusal(dryRun ? `${outcome.refused} dòng có lỗi.` : `Chưa ghi gì vì ${outcome.refused} dòng có lỗi. Hãy sửa rồi nhập lại, hoặc thêm --take-good để ghi các dòng đúng.`)
    }
    say(outcome.written ? 'Đã ghi vào cơ sở dữ liệu.' : dryRun ? 'Chỉ kiểm tra: chưa ghi gì.' : 'Không có gì để ghi.')
  },
}
export default command

function report({ rows, created, changed, same, refused, faults, ignoredColumns }: ImportOutcome): void {
  for (const { row, column, code, params } of faults) print(`Dòng ${row}, cột “${HEADINGS[column]}”: ${sentence(`units.import.${code}`, params) ?? code}`)
  if (ignoredColumns.length > 0) print(`Cột không dùng đến: ${ignoredColumns.join(', ')}`)
  print(`${rows} dòng: ${created} đơn vị mới, ${changed} thay đổi, ${same} giữ nguyên, ${refused} có lỗi`)
}
