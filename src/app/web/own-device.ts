import type { SessionView } from '#core/access/contract.ts'
import { call } from '#platform/web/api.ts'
import { startDevice, workWith } from '#platform/web/outbox/device.ts'
import { canSeal, openLastVault, sealEverything } from '#platform/web/outbox/vault.ts'
import type { CallableContract } from '#platform/web/request.ts'
import { readSession } from './session-read.ts'

const getDeviceKey = { name: 'access.getDeviceKey', route: 'POST /api/session/device-key' } as CallableContract

async function fetchKey(): Promise<string> {
  const { key } = (await call(getDeviceKey, {}, { whenSignedOut: 'fail' })) as { key: string }
  return key
}

function isSignedIn(personId: string): () => Promise<boolean> {
  return async () => (await readSession()).person.id === personId
}

/** Opens what this device keeps for the person, and remembers who they are for a start without a network. */
export async function openOwnDevice(view: SessionView): Promise<void> {
  const vault = await startDevice(view.person.id, { fetchKey, isOwner: isSignedIn(view.person.id) })
  await vault.put('memory', 'session', view)
}

/** Who was signed in last on this device and has not signed out; null when nobody is known. */
export async function rememberedSession(): Promise<SessionView | null> {
  if (!canSeal()) return null
  const vault = await openLastVault()
  const view = await vault?.get<SessionView>('memory', 'session')
  if (!vault || !view) return null
  await workWith(vault, isSignedIn(view.person.id))
  return view
}

/** From now on nothing on this device can be read, until its owner signs in again. */
export async function sealOwnDevice(): Promise<void> {
  if (canSeal()) await sealEverything()
}
