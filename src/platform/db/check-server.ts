import pg from 'pg'
import { ConfigError } from '../config.ts'

/** The oldest server that the product runs on. */
const LEAST_MAJOR = 15

const WAIT_MS = 10_000

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'máy chủ không nhận kết nối. Hãy kiểm tra máy chủ PostgreSQL đang chạy và đúng cổng',
  ENOTFOUND: 'không có máy chủ tên đó. Hãy kiểm tra tên máy chủ',
  EAI_AGAIN: 'không tra được tên máy chủ. Hãy kiểm tra mạng và tên máy chủ',
  ENOENT: 'không thấy nơi máy chủ nghe. Hãy kiểm tra phần host',
  EHOSTUNREACH: 'không tới được máy chủ. Hãy kiểm tra mạng',
  ETIMEDOUT: 'máy chủ không trả lời. Hãy kiểm tra mạng và tường lửa',
  '28P01': 'sai mật khẩu. Hãy kiểm tra tên người dùng và mật khẩu',
  '28000': 'người dùng không được phép vào. Hãy kiểm tra tên người dùng và pg_hba.conf',
  '3D000': 'không có cơ sở dữ liệu tên đó. Hãy tạo nó bằng createdb, hoặc sửa tên',
  '53300': 'máy chủ đã hết chỗ kết nối. Hãy tăng max_connections hoặc thử lại sau',
  '57P03': 'máy chủ đang khởi động. Hãy thử lại sau ít giây',
}

/**
 * Makes sure that a configured server answers and is new enough.
 * @throws ConfigError that says what to mend; the password is never in it
 */
export async function checkServer(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: WAIT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < LEAST_MAJOR) throw new ConfigError(`Máy chủ ở DATABASE_URL là PostgreSQL ${major}; Song Hành cần từ ${LEAST_MAJOR} trở lên. Hãy nâng cấp, hoặc bỏ trống DATABASE_URL để dùng cơ sở dữ liệu đi kèm.`)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`Không nối được tới cơ sở dữ liệu ở DATABASE_URL: ${reasonOf(error)}.`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const timedOut = /timeout|timed out/i.test(error.message) ? SENTENCES['ETIMEDOUT'] : undefined
  return SENTENCES[code] ?? timedOut ?? error.message
}
