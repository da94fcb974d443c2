import { parseInput, type Operation } from '#platform/operation.ts'
import { beginPasskeySignIn } from '../factor-contract.ts'
import { insertChallenge } from '../factor-store.ts'
import { CHALLENGE_MS } from '../model/second-factor.ts'
import { asSystem, explained } from '../operation.ts'
import { challengeHash, signInOptions, siteOf } from '../passkey.ts'
import type { Request } from '../request.ts'
import type { AccessDb } from '../tables.ts'

/** Nobody is named yet, so that there is nothing to write into a record. */
const operation: Operation<Request, typeof beginPasskeySignIn.input, typeof beginPasskeySignIn.output> = {
  contract: beginPasskeySignIn,
  async run(request, raw) {
    parseInput(beginPasskeySignIn.input, raw)
    const { now, entrance } = request
    const options = await signInOptions(siteOf(entrance.url))
    const challenge = { challengeHash: challengeHash(options.challenge), accountId: null, expiresAt: new Date(now.getTime() + CHALLENGE_MS) }
    await explained({}, () => asSystem<AccessDb, void>(request, (tx) => insertChallenge(tx, challenge, now)))
    return { options: { ...options } }
  },
}
export default operation
