import { resolve } from 'node:path'

/** Everything that the environment decides, read once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** How people reach the program, without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  /** A PostgreSQL server to use; null for the embedded one. */
  readonly databaseUrl: string | null
  readonly uploadLimitBytes: number
  readonly sessionIdleMinutes: number
  readonly sessionHours: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
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
  return {
    port,
    host: env['SONGHANH_HOST'] ?? '127.0.0.1',
    publicUrl: url(env, 'SONGHANH_URL', `http://localhost:${port}`),
    dataDir: resolve(cwd, env['SONGHANH_DATA'] || 'data'),
    databaseUrl: databaseUrl(env),
    uploadLimitBytes: integer(env, 'SONGHANH_UPLOAD_MB', 50, 1, 500) * 1024 * 1024,
    sessionIdleMinutes: integer(env, 'SONGHANH_SESSION_IDLE_MINUTES', 120, 5, 1_440),
    sessionHours: integer(env, 'SONGHANH_SESSION_HOURS', 12, 1, 168),
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

function oneOf<T extends string>(env: Env, name: string, allowed: readonly T[], otherwise: T): T {
  const text = env[name]
  if (!text) return otherwise
  const found = allowed.find((value) => value === text)
  if (found) return found
  throw new ConfigError(`${name}="${text}" không dùng được: cần một trong ${allowed.join(', ')}`)
}
