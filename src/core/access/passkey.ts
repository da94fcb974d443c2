import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PasskeyRow } from './factor-store.ts'

/** Loaded by the first who needs it: most starts never do. */
const ceremony = () => import('@simplewebauthn/server')

/** How people reach the program: the name that keys are bound to, and the origin of the pages. */
export interface Site {
  readonly name: string
  readonly origin: string
}

/** @param url  how people reach the program */
export function siteOf(url: string): Site {
  const { hostname, origin } = new URL(url)
  return { name: hostname, origin }
}

/** What the database keeps instead of a challenge. */
export function challengeHash(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest()
}

/** The challenge that an answer says it signed; whether it was asked is for the caller to see. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as unknown
    return typeof said === 'object' && said !== null && 'challenge' in said ? String(said.challenge) : ''
  } catch {
    return ''
  }
}

/** A key that stays on the device, unlocked by finger, face or code: two factors in one. */
export async function registrationOptions(site: Site, account: { id: string; username: string; fullName: string }, known: readonly PasskeyRow[]) {
  const { generateRegistrationOptions } = await ceremony()
  return generateRegistrationOptions({
    rpName: 'Song Hành',
    rpID: site.name,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    userName: account.username,
    userDisplayName: account.fullName,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: transports as AuthenticatorTransport[] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export async function signInOptions(site: Site) {
  const { generateAuthenticationOptions } = await ceremony()
  return generateAuthenticationOptions({ rpID: site.name, userVerification: 'required' })
}

export interface NewKey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
}

/** The key in the answer of a device; null when the answer does not hold. */
export async function keyIn(site: Site, answer: Omit<RegistrationResponseJSON, 'clientExtensionResults'>, challenge: string): Promise<NewKey | null> {
  const { verifyRegistrationResponse } = await ceremony()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.name,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return { credentialId: id, publicKey: Buffer.from(publicKey), signCount: counter }
  } catch {
    // The library throws for every way in which an answer can be wrong.
    return null
  }
}

/** The new count of the key's signatures; null when the signature does not hold, or the key seems copied. */
export async function signCountOf(site: Site, answer: Omit<AuthenticationResponseJSON, 'clientExtensionResults'>, challenge: string, key: PasskeyRow): Promise<number | null> {
  const { verifyAuthenticationResponse } = await ceremony()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.name,
      requireUserVerification: true,
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.signCount },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
