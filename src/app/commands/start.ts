import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Refusal, say, type Command } from '#platform/cli/command.ts'
import { parseConfig } from '#platform/config.ts'
import { lockFolder } from '#platform/folder-lock.ts'
import { buildWebApp } from '../build-web.ts'
import { welcomeToDemo } from '../demo/welcome.ts'
import { openGround, serve, type Ground } from '../start.ts'

const command: Command = {
  usage: 'start [--empty]',
  summary: 'Chạy Song Hành; --empty: không nạp dữ liệu mẫu vào cơ sở dữ liệu trống',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { empty: { type: 'boolean', default: false } } })
    const config = parseConfig(process.env, process.cwd())
    mkdirSync(config.dataDir, { recursive: true })
    const unlock = lockFolder(config.dataDir)
    if (!unlock) throw new Refusal(`Song Hành đang chạy với thư mục dữ liệu ${config.dataDir}. Hãy tắt chương trình đó trước, hoặc đặt SONGHANH_DATA sang thư mục khác.`)
    try {
      await buildWebApp(say)
      say('Đang mở cơ sở dữ liệu …')
      const ground = await openGround(config, say, true)
      try {
        const welcome = await welcomeToDemo(ground, { mayLoad: !values.empty }, say)
        await serveUntilStopped(ground, welcome)
      } finally {
        await ground.close()
      }
    } finally {
      unlock()
    }
  },
}
export default command

async function serveUntilStopped(ground: Ground, welcome: string | null): Promise<void> {
  const { config } = ground
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
  const app = await serve(ground).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Refusal(`Cổng ${config.port} đang được chương trình khác dùng. Hãy chạy với cổng khác, ví dụ: PORT=${config.port + 1} npm start`)
    }
    throw error
  })
  if (welcome) say(`\n${welcome}`)
  say(`\nSong Hành đã sẵn sàng: ${config.publicUrl}\nNhấn Ctrl-C để dừng.`)
  await stopped
  say('Đang dừng …')
  await app.close()
}
