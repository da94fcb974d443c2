import { createHash, hkdfSync } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import { SAFE_COST, type PassphraseCost } from './passphrase.ts'
import { KEY_BYTES, newKey, seal, unseal } from './sealing.ts'

/** The key above all data keys; never leaves the process. */
export interface MasterKey {
  /** First digits of a digest: tells keys apart, gives nothing away. */
  readonly id: string
  /** @param place  what the data key belongs to */
  wrap(dataKey: Buffer, place: string): Buffer
  /** @throws SealBroken */
  unwrap(wrapped: Uint8Array, place: string): Buffer
  /** A key of 32 bytes for one purpose, from which neither this one nor another purpose's follows. */
  derive(purpose: string): Buffer
}

/** Why a master key cannot be used. `missing`: sealed data exist, the file does not; `wrong`: it is another key. */
export type VaultFault = 'missing' | 'wrong' | 'unreadable' | 'open_to_others'

/** The master key, or why there is none; whoever needs it says so in a sentence of its own. */
export type Vault = ({ readonly key: MasterKey; readonly fault: null } | { readonly key: null; readonly fault: VaultFault }) & {
  /** What a try of a passphrase costs that is set from now on. */
  readonly cost: PassphraseCost
}

const HEADING = 'songhanh-master-key-1'

export function masterKeyOf(bytes: Buffer): MasterKey {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `songhanh ${purpose}`, KEY_BYTES))
  const wrapping = derive('wrap')
  return {
    id: createHash('sha256').update('songhanh id').update(bytes).digest('hex').slice(0, 16),
    wrap: (dataKey, place) => seal(wrapping, dataKey, place),
    unwrap: (wrapped, place) => unseal(wrapping, wrapped, place),
    derive,
  }
}

export function vaultOf(key: MasterKey | VaultFault, cost = SAFE_COST): Vault {
  return typeof key === 'string' ? { key: null, fault: key, cost } : { key, fault: null, cost }
}

/**
 * Opens the vault whose key lies in `file`. The very first time the key is made; the database remembers its id, so that a
 * lost file is never replaced by a new key in silence.
 */
export async function openVault(pool: pg.Pool, file: string, cost = SAFE_COST): Promise<Vault> {
  const client = await pool.connect()
  try {
    // Two programs that start at once make one key.
    await client.query('begin')
    await client.query('lock table platform.master_key in share row exclusive mode')
    const { rows } = await client.query<{ id: string }>('select id from platform.master_key')
    const known = rows[0]?.id ?? null
    const key = await keyIn(file, known === null)
    if (typeof key === 'string') return vaultOf(key, cost)
    if (known !== null && known !== key.id) return vaultOf('wrong', cost)
    if (known === null) await client.query('insert into platform.master_key (id, made_at) values ($1, now())', [key.id])
    return vaultOf(key, cost)
  } finally {
    await client.query('commit').catch(() => undefined)
    client.release()
  }
}

async function keyIn(file: string, mayMake: boolean): Promise<MasterKey | VaultFault> {
  const exists = await access(file, constants.F_OK).then(() => true, () => false)
  if (!exists) return mayMake ? makeKey(file) : 'missing'
  const isOpen = process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0
  if (isOpen) return 'open_to_others'
  const text = await readFile(file, 'utf8').catch(() => '')
  const [heading, written = ''] = text.trim().split(/\s+/)
  const bytes = Buffer.from(written, 'base64')
  return heading === HEADING && bytes.length === KEY_BYTES ? masterKeyOf(bytes) : 'unreadable'
}

async function makeKey(file: string): Promise<MasterKey> {
  const bytes = newKey()
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600)
  await handle.writeFile(`${HEADING} ${bytes.toString('base64')}\n`)
  await handle.sync()
  await handle.close()
  return masterKeyOf(bytes)
}
