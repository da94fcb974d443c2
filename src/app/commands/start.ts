import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { Refusal, say, type Command } from '#platform/cli/command.ts'
import { prepareFolder } from '#platform/cli/files.ts'
import { parseConfig, type Config } from '#platform/config.ts'
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
    await prepareFolder(config.dataDir)
    const unlock = lockFolder(config.dataDir)
    if (!unlock) throw new Refusal(`Song Hành đang chạy với thư mục dữ liệu ${config.dataDir}. Hãy tắt chương trình đó trước, hoặc đặt SONGHANH_DATA sang thư mục khác.`)
    try {
      await run(config, stopSignal(), !values.empty)
    } finally {
      unlock()
    }
  },
}
export default command

/** Aborted by the first Ctrl-C, however far the start has come: what is open then is closed in order. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => {
    if (!stopping.signal.aborted) say('Đang dừng …')
    stopping.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return stopping.signal
}

async function run(config: Config, stopping: AbortSignal, mayLoadDemo: boolean): Promise<void> {
  await checkAddress(config)
  await buildWebApp(say)
  if (stopping.aborted) return
  say('Đang mở cơ sở dữ liệu …')
  const ground = await openGround(config, say, true)
  try {
    if (stopping.aborted) return
    const welcome = await welcomeToDemo(ground, { mayLoad: mayLoadDemo }, say)
    if (!stopping.aborted) await serveUntilStopped(ground, stopping, welcome)
  } finally {
    await ground.close()
  }
}

async function serveUntilStopped(ground: Ground, stopping: AbortSignal, welcome: string | null): Promise<void> {
  const { config } = ground
  const app = await serve(ground).catch((error: unknown) => refuseAddress(config, error))
  if (welcome) say(`\n${welcome}`)
  say(`\nSong Hành đã sẵn sàng: ${config.publicUrl}\nNhấn Ctrl-C để dừng.`)
  if (!stopping.aborted) await new Promise((done) => stopping.addEventListener('abort', done, { once: true }))
  await app.close()
}

/** Before a minute of building and loading: whether the address can be listened on at all. */
async function checkAddress(config: Config): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((ready, failed) => {
      probe.once('error', failed)
      probe.listen({ port: config.port, host: config.host }, ready)
    })
  } catch (error) {
    refuseAddress(config, error)
  }
  await new Promise((done) => probe.close(done))
}

function refuseAddress({ port, host }: Config, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') throw new Refusal(`Cổng ${port} đang được chương trình khác dùng. Hãy chạy với cổng khác, ví dụ: PORT=${port < 65_535 ? port + 1 : 8080} npm start`)
  if (code === 'EACCES') throw new Refusal(`Không được phép dùng cổng ${port}. Hãy chạy với cổng từ 1024 trở lên, ví dụ: PORT=8080 npm start`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') throw new Refusal(`SONGHANH_HOST="${host}" không phải địa chỉ của máy này. Hãy viết 127.0.0.1 (chỉ máy này) hoặc 0.0.0.0 (cả mạng).`)
  throw error
}
