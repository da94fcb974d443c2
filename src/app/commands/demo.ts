import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { printJson, say, type Command } from '#platform/cli/command.ts'
import { parseConfig } from '#platform/config.ts'
import { accountTable } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { openGround } from '../start.ts'

const command: Command = {
  usage: 'demo [--json]',
  summary: 'Nạp dữ liệu mẫu (hai tỉnh không có thật) vào cơ sở dữ liệu trống và liệt kê tài khoản dùng thử',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const config = parseConfig(process.env, process.cwd())
    mkdirSync(config.dataDir, { recursive: true })
    const ground = await openGround(config, say)
    try {
      const accounts = await loadDemo(ground)
      if (values.json) printJson({ accounts })
      else say(accountTable(accounts))
    } finally {
      await ground.close()
    }
  },
}
export default command
