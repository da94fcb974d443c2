import { parseArgs } from 'node:util'
import { importAdminUnits, type AdminUnitsOutcome } from '#core/units/import/import-admin-units.ts'
import { print, printJson, say, type Command } from '#platform/cli/command.ts'
import { formatShare } from '#platform/i18n/number.ts'
import { withGround } from '../with-ground.ts'

const command: Command = {
  usage: 'import-admin-units [--json]',
  summary: 'Nạp danh mục tỉnh, huyện, xã trước và sau 01/07/2025, kèm quan hệ kế thừa',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const outcome = await withGround(({ services }) => importAdminUnits(services.systemRequest()))
    if (values.json) printJson(outcome)
    else report(outcome)
    say('Đã nạp danh mục địa bàn hành chính.')
  },
}
export default command

function report({ before, after, links, shareLinked, unlinked, unknown }: AdminUnitsOutcome): void {
  print(`Đến 30/06/2025: ${before.provinces} tỉnh, ${before.districts} huyện, ${before.communes} xã`)
  print(`Từ 01/07/2025: ${after.provinces} tỉnh, ${after.communes} xã`)
  print(`Kế thừa: ${links.whole} nguyên vẹn, ${links.rest} phần còn lại, ${links.part} một phần; biết nơi đến của ${formatShare(shareLinked)} số xã cũ`)
  for (const area of unlinked) print(`Chưa rõ về đâu: ${area}`)
  for (const name of unknown) print(`Có trong nghị quyết nhưng không có trong danh mục: ${name}`)
}
