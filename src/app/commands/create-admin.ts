import { parseArgs } from 'node:util'
import { createAdmin } from '#core/access/create-admin.ts'
import { oneOf, required } from '#platform/cli/arguments.ts'
import { print, printJson, say, UsageError, type Command } from '#platform/cli/command.ts'
import { formatInstant } from '#platform/i18n/day.ts'
import { withGround } from '../with-ground.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const command: Command = {
  usage: 'create-admin --unit "TÊN HOẶC MÃ ĐƠN VỊ" --name "HỌ VÀ TÊN" [--username TÊN] [--level ministry|department] [--province MÃ] [--json]',
  summary: 'Tạo tài khoản quản trị và in đường dẫn đặt mật khẩu; khi cơ sở dữ liệu trống thì lập luôn đơn vị đầu tiên',
  async run(args) {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...args], options: { unit: text, name: text, username: text, level: text, province: text, json: { type: 'boolean', default: false } } })
    const unitText = required(values.unit, '--unit "TÊN ĐƠN VỊ"').trim()
    const unit = UUID.test(unitText) ? { id: unitText } : { name: unitText }
    const fullName = required(values.name, '--name "HỌ VÀ TÊN"')
    const level = values.level === undefined ? undefined : oneOf(values.level, '--level', ['ministry', 'department'])
    if (values.province !== undefined && !/^\d\d$/.test(values.province)) throw new UsageError(`--province “${values.province}” không dùng được: cần mã tỉnh hai chữ số, ví dụ 01; cả nước là 00.`)
    const wanted = { unit, fullName, ...(level ? { level } : {}), ...(values.province ? { provinceId: values.province } : {}), ...(values.username ? { username: values.username } : {}) }
    const made = await withGround(async ({ services, config }) => {
      const { path, ...admin } = await createAdmin(services.systemRequest(), wanted)
      return { ...admin, url: `${config.publicUrl}${path}` }
    })
    if (values.json) return printJson(made)
    say(made.unitIsNew ? `Đã lập đơn vị ${made.unitName} và tài khoản quản trị của đơn vị.` : `Đã tạo tài khoản quản trị của ${made.unitName}.`)
    print(`Tên đăng nhập: ${made.username}\nĐặt mật khẩu trước ${formatInstant(made.expiresAt)}: ${made.url}`)
  },
}
export default command
