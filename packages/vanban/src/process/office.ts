import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { residentBytes } from './resident-bytes.ts'

/** Kinds of files that LibreOffice turns into DOCX. */
export const OFFICE_KINDS = ['doc', 'odt', 'rtf'] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

export const isOfficeKind = (kind: string): kind is OfficeKind => (OFFICE_KINDS as readonly string[]).includes(kind)

export interface OfficeLimits {
  readonly timeoutMs: number
  readonly memoryBytes: number
}

export type Converted = { readonly ok: true; readonly docx: Uint8Array } | { readonly ok: false; readonly reason: 'too_slow' | 'too_large' | 'broken'; readonly detail: string }

/** The program of LibreOffice on this machine; null when it is not installed. */
export function findOffice(path = process.env['PATH'] ?? ''): string | null {
  const names = path.split(delimiter).flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  return [...names, '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((name) => existsSync(name)) ?? null
}

/** What the private profile sets: no macros, no linked content, no way out to the network. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ...['HTTP', 'HTTPS'].flatMap((protocol) => [
    ['/org.openoffice.Inet/Settings', `ooInet${protocol}ProxyName`, '127.0.0.1'] as const,
    ['/org.openoffice.Inet/Settings', `ooInet${protocol}ProxyPort`, '9'] as const,
  ]),
]

function profile(): string {
  const items = SETTINGS.map(([path, name, value]) => `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`)
  return `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>`
}

/**
 * Turns a file of an older or another word processor into DOCX, by LibreOffice in a process of its own with a profile that
 * lives as long as the conversion.
 */
export async function convertToDocx(office: string, bytes: Uint8Array, kind: OfficeKind, limits: OfficeLimits): Promise<Converted> {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-office-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), profile())
    const input = join(folder, `in.${kind}`)
    await writeFile(input, bytes)
    const ended = await runOffice(office, folder, input, limits)
    if (ended !== null) return ended
    const output = join(folder, 'out', 'in.docx')
    return existsSync(output) ? { ok: true, docx: await readFile(output) } : { ok: false, reason: 'broken', detail: 'LibreOffice could not open it' }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function runOffice(office: string, folder: string, input: string, { timeoutMs, memoryBytes }: OfficeLimits): Promise<Converted | null> {
  const flags = ['--headless', '--invisible', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard']
  const args = [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, ...flags, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), input]
  return new Promise((resolve) => {
    // A group of its own: the program that is started starts another.
    const child = spawn(office, args, { stdio: 'ignore', detached: true, cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' } })
    let killed: Converted | null = null
    const kill = (why: Converted) => {
      killed ??= why
      endGroup(child.pid)
    }
    const timer = setTimeout(() => kill({ ok: false, reason: 'too_slow', detail: `LibreOffice took more than ${timeoutMs} ms` }), timeoutMs)
    const watch = setInterval(() => {
      if (residentOfGroup(child.pid) > memoryBytes) kill({ ok: false, reason: 'too_large', detail: `LibreOffice took more than ${memoryBytes} bytes of memory` })
    }, 200)
    const finish = (answer: Converted | null) => {
      clearTimeout(timer)
      clearInterval(watch)
      endGroup(child.pid)
      resolve(answer)
    }
    child.once('error', (error) => finish({ ok: false, reason: 'broken', detail: error.message }))
    child.once('close', () => finish(killed))
  })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Resident memory of a group of processes; 0 where the system has no `/proc`. */
function residentOfGroup(group: number | undefined): number {
  if (group === undefined || !existsSync('/proc/self/stat')) return 0
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && groupOf(name) === group)
  return pids.reduce((sum, pid) => sum + (residentBytes(Number(pid)) ?? 0), 0)
}

function groupOf(pid: string): number | null {
  try {
    // After the name in brackets: state, parent, group.
    return Number(readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ')[2])
  } catch {
    return null
  }
}
