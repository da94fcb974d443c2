import { parseArgs } from 'node:util'
import { printJson, say, type Command } from '#platform/cli/command.ts'
import { accountTable } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { withGround } from '../with-ground.ts'

const command: Command = {
  usage: 'demo [--json]',
  summary: 'Nạp dữ liệu mẫu (hai tỉnh không có thật) vào cơ sở dữ liệu trống và liệt kê tài khoản dùng thử',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const accounts = await withGround(loadDemo)
    if (values.json) printJson({ accounts })
    else say(accountTable(accounts))
  },
}
export default command
