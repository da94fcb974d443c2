import type { Actor } from '#core/access/request.ts'
import makeKey from '#modules/cases/operations/make-key.ts'
import openKey from '#modules/cases/operations/open-key.ts'
import type { World } from './world.ts'

export const PASSPHRASE = 'bốn con mèo ngủ trên mái'

/** A key for each of them, open from now on for ten minutes. */
export async function withKeys(world: World, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) await makeKey.run(world.as(actor), { unitId: unitOf(actor), passphrase: PASSPHRASE })
}

/** Opens their keys again, from now on for ten minutes. */
export async function openKeys(world: World, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) await openKey.run(world.as(actor), { unitId: unitOf(actor), passphrase: PASSPHRASE })
}

function unitOf({ grants }: Actor): string {
  return grants.find(({ role }) => role === 'case_handler' || role === 'principal')!.unitId
}
