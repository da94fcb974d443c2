import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Beginning, programOn } from './program.ts'

// Before all journeys: what the first start of the program leaves behind, once without the demo and once with it. Every
// journey begins on a copy of one of them.

export default async function makeFirstStarts(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'songhanh-journeys-'))
  chmodSync(folder, 0o755)
  process.env['SONGHANH_FIRST_STARTS'] = folder
  await Promise.all([leave(folder, 'empty'), leave(folder, 'demo')])
  return () => rmSync(folder, { recursive: true, force: true })
}

async function leave(folder: string, beginning: Beginning): Promise<void> {
  const dataDir = join(folder, beginning)
  mkdirSync(dataDir, { mode: 0o755 })
  await (await programOn(dataDir, beginning)).halt()
}
