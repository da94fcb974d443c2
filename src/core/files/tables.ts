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
  'files.upload': {
    provinceId: string
    id: string
    unitId: string
    accountId: string
    name: string
    bytes: number
    digest: string
    received: number
    createdAt: Date
  }
  'files.uploadPart': { provinceId: string; unitId: string; uploadId: string; fromByte: number; content: Buffer }
}
