import { parseArgs } from 'node:util'
import { verifyRecords } from '#core/audit/verify.ts'
import { print, printJson, Refusal, UsageError, type Command } from '#platform/cli/command.ts'
import { withGround } from '../with-ground.ts'

const FAULTS = { missing: 'mất mục', changed: 'mục bị sửa', unlinked: 'mục không nối với mục trước', cut_off: 'mất phần cuối so với lần kiểm tra trước' } as const

const command: Command = {
  usage: 'audit verify [--json]',
  summary: 'Kiểm tra nhật ký của mọi đơn vị còn nguyên vẹn; in một mã để chép ra nơi khác mà đối chiếu về sau',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    if (positionals.join(' ') !== 'verify') throw new UsageError('Cần “audit verify”.')
    const found = await withGround(({ services }) => verifyRecords(services.systemRequest()))
    if (values.json) printJson(found)
    else {
      print(`Đã kiểm tra ${found.entries} mục của ${found.units} đơn vị.\nMã của toàn bộ nhật ký: ${found.digest}`)
      for (const { unitId, number, fault } of found.broken) print(`✗ ${unitId}: mục ${number}: ${FAULTS[fault]}`)
    }
    if (found.broken.length > 0) throw new Refusal(`Nhật ký của ${found.broken.length} đơn vị không nguyên vẹn. Giữ nguyên máy chủ và bản sao lưu, báo người phụ trách an toàn thông tin.`)
  },
}
export default command
