import { parseArgs } from 'node:util'
import { say, type Command } from '#platform/cli/command.ts'
import { withGround } from '../with-ground.ts'

const command: Command = {
  usage: 'migrate',
  summary: 'Đưa cơ sở dữ liệu lên phiên bản mới nhất',
  async run(args) {
    parseArgs({ args: [...args], options: {} })
    await withGround(async () => say('Cơ sở dữ liệu đã ở phiên bản mới nhất.'))
  },
}
export default command
