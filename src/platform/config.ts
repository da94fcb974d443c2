import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ScannerAddress } from './files/virus-scan.ts'
import { LEAST_MEMORY_MIB, SAFE_COST, type PassphraseCost } from './passphrase.ts'

/** Everything that the environment decides, read once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** How people reach the program, without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  /** A PostgreSQL server to use; null for the embedded one. */
  readonly databaseUrl: string | null
  /** The file of the key that seals confidential cases; outside the database and its backups. */
  readonly masterKeyFile: string
  /** What a try of the passphrase of a case handler costs. */
  readonly passphraseCost: PassphraseCost
  /** Years for which closed confidential cases are kept, and days for which backups are. */
  readonly caseRetention: { readonly years: number; readonly backupDays: number }
  readonly uploadLimitBytes: number
  /** The mail server and the sender; null where mail waits to be copied by hand. */
  readonly mail: MailConfig | null
  readonly sessionIdleMinutes: number
  readonly sessionHours: number
  /** Where clamd listens; null where files are not scanned. */
  readonly virusScanner: ScannerAddress | null
  /** Whether roles that look at many units need a second factor; `auto`: wherever the data are not the demo's. */
  readonly secondFactor: 'auto' | 'forced' | 'optional'
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export interface MailConfig {
  /** `smtp://user:password@mail.example.vn:587`, or `smtps:` for TLS from the first byte. */
  readonly smtpUrl: string
  readonly sender: string
}

/** A setting that cannot be used. The message says what to write instead. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/**
 * Reads the settings from environment variables.
 * @throws ConfigError naming the variable, its value and a value that works
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const port = integer(env, 'PORT', 8080, 1, 65_535)
  const dataDir = resolve(cwd, env['SONGHANH_DATA'] || 'data')
  return {
    port,
    host: env['SONGHANH_HOST'] ?? '127.0.0.1',
    publicUrl: url(env, 'SONGHANH_URL', `http://localhost:${port}`),
    dataDir,
    databaseUrl: databaseUrl(env),
    masterKeyFile: env['SONGHANH_CASES_KEY'] ? resolve(cwd, env['SONGHANH_CASES_KEY']) : join(dataDir, 'keys/cases.key'),
    passphraseCost: { ...SAFE_COST, memoryKib: 1024 * integer(env, 'SONGHANH_CASES_PASSPHRASE_MB', SAFE_COST.memoryKib / 1024, LEAST_MEMORY_MIB, 1_024) },
    caseRetention: { years: integer(env, 'SONGHANH_CASES_KEEP_YEARS', 10, 1, 100), backupDays: integer(env, 'SONGHANH_BACKUP_DAYS', 35, 1, 3_650) },
    uploadLimitBytes: integer(env, 'SONGHANH_UPLOAD_MB', 50, 1, 500) * 1024 * 1024,
    mail: mail(env),
    sessionIdleMinutes: integer(env, 'SONGHANH_SESSION_IDLE_MINUTES', 120, 5, 1_440),
    sessionHours: integer(env, 'SONGHANH_SESSION_HOURS', 12, 1, 168),
    virusScanner: virusScanner(env),
    secondFactor: oneOf(env, 'SONGHANH_SECOND_FACTOR', ['auto', 'forced', 'optional'] as const, 'auto'),
    logLevel: oneOf(env, 'SONGHANH_LOG', LOG_LEVELS, 'warn'),
  }
}

type Env = Readonly<Record<string, string | undefined>>

function integer(env: Env, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new ConfigError(`${name}="${text}" không dùng được: cần một số nguyên từ ${least} đến ${most}, ví dụ ${name}=${otherwise}`)
}

function url(env: Env, name: string, otherwise: string): string {
  const text = env[name]
  if (!text) return otherwise
  const parsed = URL.canParse(text) ? new URL(text) : null
  if (parsed && /^https?:$/.test(parsed.protocol)) return text.replace(/\/+$/, '')
  throw new ConfigError(`${name}="${text}" không dùng được: cần một địa chỉ web, ví dụ ${name}=https://songhanh.example.vn`)
}

function databaseUrl(env: Env): string | null {
  const text = env['DATABASE_URL']
  if (!text) return null
  if (/^postgres(ql)?:\/\/./.test(text)) return text
  throw new ConfigError(
    'DATABASE_URL không dùng được: cần dạng DATABASE_URL=postgresql://nguoidung:matkhau@maychu:5432/songhanh, hoặc bỏ trống để dùng cơ sở dữ liệu đi kèm',
  )
}

/** Where Debian's clamd listens. */
const CLAMD = '/run/clamav/clamd.ctl'

/** `off`, the path of a socket, or host and port; clamd of this machine when nothing is said and it is there. */
function virusScanner(env: Env): ScannerAddress | null {
  const text = env['SONGHANH_CLAMAV']
  if (text === 'off') return null
  if (!text) return existsSync(CLAMD) ? { path: CLAMD } : null
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(text) ?? []
  if (host && port) return { host, port: Number(port) }
  throw new ConfigError(`SONGHANH_CLAMAV="${text}" không dùng được: cần đường dẫn socket như ${CLAMD}, hoặc máy:cổng như 127.0.0.1:3310, hoặc off`)
}

/** The message names no part of the address of the server: it may hold a password. */
function mail(env: Env): MailConfig | null {
  const [smtpUrl, sender] = [env['SONGHANH_SMTP_URL'], env['SONGHANH_MAIL_FROM']]
  if (!smtpUrl) {
    if (!sender) return null
    throw new ConfigError('SONGHANH_MAIL_FROM có giá trị mà SONGHANH_SMTP_URL thì không: cần cả hai, ví dụ SONGHANH_SMTP_URL=smtp://nguoidung:matkhau@mail.example.vn:587, hoặc bỏ cả hai')
  }
  const parsed = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new ConfigError('SONGHANH_SMTP_URL không dùng được: cần dạng SONGHANH_SMTP_URL=smtp://nguoidung:matkhau@mail.example.vn:587 (hoặc smtps://…:465); ký tự đặc biệt trong mật khẩu viết dạng %40')
  }
  if (!sender || !/^([^<>@"]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(sender)) {
    throw new ConfigError(`SONGHANH_MAIL_FROM="${sender ?? ''}" không dùng được: cần địa chỉ người gửi, ví dụ SONGHANH_MAIL_FROM="Song Hành <songhanh@example.vn>"`)
  }
  return { smtpUrl, sender }
}

function oneOf<T extends string>(env: Env, name: string, allowed: readonly T[], otherwise: T): T {
  const text = env[name]
  if (!text) return otherwise
  const found = allowed.find((value) => value === text)
  if (found) return found
  throw new ConfigError(`${name}="${text}" không dùng được: cần một trong ${allowed.join(', ')}`)
}
