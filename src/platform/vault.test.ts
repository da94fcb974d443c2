import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '#testing/database.ts'
import { newKey, SealBroken } from './sealing.ts'
import { masterKeyOf, openVault } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'songhanh-vault-'))
const file = join(folder, 'keys/cases.key')
let database: TestDatabase | undefined
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = async () => openVault((database ??= await testDatabase()).pool, file)

describe('the master key', () => {
  beforeEach(async () => {
    database ??= await testDatabase()
    await database.pool.query('delete from platform.master_key')
    rmSync(join(folder, 'keys'), { recursive: true, force: true })
  })

  it('is made at the first start, for nobody else to read, and is the same afterwards', async () => {
    const [first, second] = [await open(), await open()]
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(first.key?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(second.key?.id).toBe(first.key?.id)
    const wrapped = first.key!.wrap(newKey(), 'a')
    expect(second.key!.unwrap(wrapped, 'a')).toHaveLength(32)
  })

  it('is not made anew when it is lost, and another one is told apart', async () => {
    await open()
    rmSync(file)
    expect(await open()).toMatchObject({ key: null, fault: 'missing' })
    writeFileSync(file, `songhanh-master-key-1 ${newKey().toString('base64')}\n`, { mode: 0o600 })
    expect(await open()).toMatchObject({ key: null, fault: 'wrong' })
    writeFileSync(file, 'một tệp khác', { mode: 0o600 })
    expect(await open()).toMatchObject({ key: null, fault: 'unreadable' })
  })

  it('is refused while others on the machine may read it', async () => {
    await open()
    chmodSync(file, 0o640)
    expect(await open()).toMatchObject({ key: null, fault: 'open_to_others' })
  })

  it('stands nowhere in the database', async () => {
    await open()
    const { rows } = await database!.pool.query('select id, made_at from platform.master_key')
    expect(JSON.stringify(rows)).not.toContain(readFileSync(file, 'utf8').split(' ')[1]!.trim())
  })
})

it('what is wrapped for one case does not open as that of another, and purposes have keys of their own', () => {
  const key = masterKeyOf(newKey())
  expect(() => key.unwrap(key.wrap(newKey(), 'case:1'), 'case:2')).toThrow(SealBroken)
  expect(key.derive('a')).not.toEqual(key.derive('b'))
})
