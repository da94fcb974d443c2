import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps instead of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A key of 32 bytes that only who brings the token has: the database keeps neither. */
export function sessionSecretOf(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, Buffer.alloc(0), 'songhanh session secret', 32))
}
