import { ApiError } from '#platform/web/api-error.ts'
import { call } from '#platform/web/api.ts'
import { addPasskey, beginPasskey, beginPasskeySignIn, passkeySignIn } from '../factor-contract.ts'
import type { InputOf, OutputOf } from '#platform/web/request.ts'

/** Whether this browser, at this address, can hold passkeys: they need a secure connection. */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** The person called it off, or the device did not know whose key it is. */
export class PasskeyCancelled extends Error {
  override name = 'PasskeyCancelled'
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof ApiError) throw cause
    throw new PasskeyCancelled('', { cause })
  }
}

/** Has the device make a key and adds it. @throws ApiError, PasskeyCancelled */
export async function makePasskey(name: string): Promise<OutputOf<typeof addPasskey>> {
  const [{ options }, { startRegistration }] = await Promise.all([call(beginPasskey, {}), import('@simplewebauthn/browser')])
  const { id, rawId, type, response } = await asked(() => startRegistration({ optionsJSON: options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] }))
  const { clientDataJSON, attestationObject, transports } = response
  const answer: InputOf<typeof addPasskey>['answer'] = { id, rawId, type, response: { clientDataJSON, attestationObject, ...(transports ? { transports } : {}) } }
  return call(addPasskey, { name, answer })
}

/** Signs in by a key of this device. @throws ApiError, PasskeyCancelled */
export async function signInByPasskey(): Promise<void> {
  const whenSignedOut = 'fail'
  const [{ options }, { startAuthentication }] = await Promise.all([call(beginPasskeySignIn, {}, { whenSignedOut }), import('@simplewebauthn/browser')])
  const { id, rawId, type, response } = await asked(() => startAuthentication({ optionsJSON: options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'] }))
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  await call(passkeySignIn, { answer: { id, rawId, type, response: { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) } } }, { whenSignedOut })
}
