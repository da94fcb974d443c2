import type { Vault } from './vault.ts'

/** Where a browser cannot keep anything sealed: everything lasts as long as the page, and nothing reaches the disk. */
export function memoryVault(owner: string): Vault {
  const shelves = new Map<string, unknown>()
  return {
    owner,
    put: async (shelf, id, value) => void shelves.set(`${shelf}/${id}`, structuredClone(value)),
    get: async <Value>(shelf: string, id: string) => (shelves.get(`${shelf}/${id}`) as Value | undefined) ?? null,
    all: async <Value>(shelf: string) => [...shelves].filter(([key]) => key.startsWith(`${shelf}/`)).map(([, value]) => value as Value),
    remove: async (shelf, id) => void shelves.delete(`${shelf}/${id}`),
    putBytes: async (id, bytes) => void shelves.set(`files/${id}`, bytes),
    bytes: async (id) => (shelves.get(`files/${id}`) as Uint8Array<ArrayBuffer> | undefined) ?? null,
  }
}
