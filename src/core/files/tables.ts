import type { Generated } from 'kysely'

export interface FileTables {
  'files.file': {
    provinceId: string
    id: string
    unitId: string
    /** SHA-256 of the bytes, in hex. */
    digest: string
    name: string
    mediaType: string
    bytes: number
    createdAt: Date
    published: Generated<boolean>
  }
}
