import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps instead of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
