import { parseArgs } from 'node:util'
import { createAdmin, type AdminMade } from '#core/access/create-admin.ts'
import { print, printJson, say, UsageError, type Command } from '#platform/cli/command.ts'
import { withGround } from '../with-ground.ts'

const OPTIONS = {
  unit: { type: 'string' },
  'unit-id': { type: 'string' },
  department: { type: 'boolean', default: false },
  province: { type: 'string' },
  name: { type: 'string' },
  username: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const command: Command = {
  usage: 'create-admin (--unit "TÊN ĐƠN VỊ" | --unit-id MÃ) --name "HỌ VÀ TÊN" [--username TÊN] [--department --province 01] [--json]',
  summary: 'Mở tài khoản quản trị viên và in liên kết đặt mật khẩu; cơ sở dữ liệu trống thì lập luôn đơn vị (Bộ, hoặc Sở với --department)',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { unit, 'unit-id': unitId, department, province, name, username } = values
    if (!name || Boolean(unit) === Boolean(unitId)) throw new UsageError('Cần --name và một trong hai: --unit hoặc --unit-id.')
    if (province !== undefined && !/^\d\d$/.test(province)) throw new UsageError('--province là mã tỉnh, thành phố gồm hai chữ số, ví dụ 01.')
    await withGround(async ({ config, services }) => {
      const made = await createAdmin(services.systemRequest(), {
        unit: unitId ? { id: unitId } : { name: unit! },
        level: department ? 'department' : 'ministry',
        ...(province ? { provinceId: province } : {}),
        fullName: name,
        ...(username ? { username } : {}),
      })
      show(made, config.publicUrl + made.path, values.json)
    })
  },
}
export default command

function show({ unitName, unitIsNew, username, expiresAt }: AdminMade, address: string, asJson: boolean): void {
  if (asJson) return printJson({ unit: unitName, unitIsNew, username, link: address, expiresAt })
  if (unitIsNew) say(`Đã lập đơn vị ${unitName}.`)
  say(`Đã mở tài khoản quản trị viên “${username}” của ${unitName}. Liên kết đặt mật khẩu, dùng một lần, hết hạn sau 7 ngày:`)
  print(address)
}
