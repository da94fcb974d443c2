import { mkdirSync } from 'node:fs'
import { say, type Command } from '#platform/cli/command.ts'
import { parseConfig } from '#platform/config.ts'
import { openGround } from '../start.ts'

const command: Command = {
  usage: 'migrate',
  summary: 'Đưa cơ sở dữ liệu lên phiên bản mới nhất',
  async run() {
    const config = parseConfig(process.env, process.cwd())
    mkdirSync(config.dataDir, { recursive: true })
    const ground = await openGround(config, say)
    await ground.close()
    say('Cơ sở dữ liệu đã ở phiên bản mới nhất.')
  },
}
export default command
