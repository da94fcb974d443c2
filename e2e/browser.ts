import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The shell first: it draws pages as the whole browser does and has no windows of its own to draw.
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The browser of the journeys: the machine's own, else the one that npm carries.
 * @throws Error with the line that installs what is missing
 */
export async function browserPath(): Promise<string> {
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return installed
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  const missing = execFileSync('ldd', [path], { encoding: 'utf8' }).match(/^\s*\S+(?= => not found)/gm)
  if (missing) {
    throw new Error(`The browser lacks ${missing.map((name) => name.trim()).join(', ')}. Install them with: apt-get install -y libnss3 libnspr4 libgbm1 libasound2 libatk-bridge2.0-0`)
  }
  return path
}
