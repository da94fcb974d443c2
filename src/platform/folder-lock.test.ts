import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'songhanh-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder', () => {
  it('that a living process has is refused, and free again when it is given back', async () => {
    const other = spawn('sleep', ['30'])
    writeFileSync(join(folder, 'songhanh.pid'), String(other.pid))
    expect(lockFolder(folder)).toBeNull()
    other.kill()
    await new Promise((done) => other.on('exit', done))
    const unlock = lockFolder(folder)
    expect(unlock).not.toBeNull()
    unlock?.()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that a dead process left behind is taken', () => {
    const { pid } = spawnSync('true')
    writeFileSync(join(folder, 'songhanh.pid'), String(pid))
    expect(lockFolder(folder)).not.toBeNull()
    expect(readdirSync(folder)).toEqual(['songhanh.pid'])
  })

  it('is taken by one of many that try at once, also over what a dead one left', async () => {
    writeFileSync(join(folder, 'songhanh.pid'), String(spawnSync('true').pid))
    const lock = join(import.meta.dirname, 'folder-lock.ts')
    const script = `import { lockFolder } from ${JSON.stringify(lock)}; console.log(lockFolder(${JSON.stringify(folder)}) ? 'taken' : 'refused'); setTimeout(() => {}, 3000)`
    const words = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
      return new Promise<string>((done) =>
        child.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim())),
      )
    })
    expect((await Promise.all(words)).sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'taken'])
  })
})
