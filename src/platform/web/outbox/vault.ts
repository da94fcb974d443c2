import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What a device keeps of an account. Drafts and submissions never share a shelf. */
export type Shelf = 'drafts' | 'queue' | 'files' | 'memory' | 'answers'

/**
 * The things of one account on this device, sealed with its key. Without the key nothing of them can be read, and the
 * key is gone when the account signs out or another one signs in; what is sealed stays for the next time.
 */
export interface Vault {
  readonly owner: string
  put(shelf: Shelf, id: string, value: unknown): Promise<void>
  get<Value>(shelf: Shelf, id: string): Promise<Value | null>
  all<Value>(shelf: Shelf): Promise<Value[]>
  remove(shelf: Shelf, id: string): Promise<void>
  putBytes(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  bytes(id: string): Promise<Uint8Array<ArrayBuffer> | null>
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

interface Layout extends DBSchema {
  keys: { key: string; value: CryptoKey }
  sealed: { key: [owner: string, shelf: Shelf, id: string]; value: Sealed }
}

let database: Promise<IDBPDatabase<Layout>> | null = null

function open(): Promise<IDBPDatabase<Layout>> {
  database ??= openDB<Layout>('songhanh', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('sealed')
    },
  })
  return database
}

/** Whether this browser can keep sealed things: it must be a secure page, and storage must not be blocked. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined
}

/**
 * The vault of `owner`. The key is asked for once and then kept, not readable, until the account signs out. The keys of
 * all others are thrown away.
 *
 * @param fetchKey  32 bytes in base64 from the server
 * @throws what `fetchKey` throws when the key is not on the device
 */
export async function openVault(owner: string, fetchKey: () => Promise<string>): Promise<Vault> {
  const db = await open()
  for (const other of await db.getAllKeys('keys')) if (other !== owner) await db.delete('keys', other)
  const kept = await db.get('keys', owner)
  const key = kept ?? (await importKey(await fetchKey()))
  if (!kept) await db.put('keys', key, owner)
  return vaultWith(db, owner, key)
}

/** The vault that can be opened without a network: of the account that signed in last and has not signed out. */
export async function openLastVault(): Promise<Vault | null> {
  const db = await open()
  const [owner, another] = await db.getAllKeys('keys')
  if (owner === undefined || another !== undefined) return null
  const key = await db.get('keys', owner)
  return key ? vaultWith(db, owner, key) : null
}

/** Whether the vault of `owner` can be opened without asking the server. */
export async function hasKey(owner: string): Promise<boolean> {
  return (await (await open()).getKey('keys', owner)) !== undefined
}

/** Nothing on this device can be read any more, until its owner signs in again. */
export async function sealEverything(): Promise<void> {
  await (await open()).clear('keys')
}

function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function vaultWith(db: IDBPDatabase<Layout>, owner: string, key: CryptoKey): Vault {
  // the place is part of the seal: nothing can be moved to another place or account unnoticed
  const place = (shelf: Shelf, id: string) => new TextEncoder().encode(`${owner}/${shelf}/${id}`)
  const putBytes = async (shelf: Shelf, id: string, bytes: Uint8Array<ArrayBuffer>) => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(shelf, id) }, key, bytes)
    await db.put('sealed', { iv, data }, [owner, shelf, id])
  }
  const unseal = async (shelf: Shelf, id: string, sealed: Sealed | undefined) => {
    if (!sealed) return null
    const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: place(shelf, id) }, key, sealed.data)
    return new Uint8Array(data)
  }
  const valueOf = <Value>(bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Value
  const get = async <Value>(shelf: Shelf, id: string) => {
    const bytes = await unseal(shelf, id, await db.get('sealed', [owner, shelf, id]))
    return bytes && valueOf<Value>(bytes)
  }
  return {
    owner,
    get,
    put: (shelf, id, value) => putBytes(shelf, id, new TextEncoder().encode(JSON.stringify(value))),
    async all<Value>(shelf: Shelf) {
      const keys = await db.getAllKeys('sealed', IDBKeyRange.bound([owner, shelf], [owner, shelf, []]))
      const values = await Promise.all(keys.map(([, , id]) => get<Value>(shelf, id)))
      return values.filter((value) => value !== null)
    },
    remove: (shelf, id) => db.delete('sealed', [owner, shelf, id]),
    putBytes: (id, bytes) => putBytes('files', id, bytes),
    bytes: async (id) => unseal('files', id, await db.get('sealed', [owner, 'files', id])),
  }
}
