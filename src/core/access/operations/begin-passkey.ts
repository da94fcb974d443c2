import { beginPasskey } from '../factor-contract.ts'
import { insertChallenge, passkeysOf } from '../factor-store.ts'
import { CHALLENGE_MS } from '../model/second-factor.ts'
import { callerAccount, requireProofToEnrol, withRequest } from '../own-account.ts'
import { challengeHash, registrationOptions, siteOf } from '../passkey.ts'
import { command, personById } from '../store.ts'

export default withRequest(beginPasskey, ({ entrance }) =>
  command(
    beginPasskey,
    async (ctx) => {
      const account = await callerAccount(ctx)
      requireProofToEnrol(ctx)
      const fullName = (await personById(ctx.tx, account.personId))?.fullName ?? account.username
      const options = await registrationOptions(siteOf(entrance.url), { id: account.id, username: account.username, fullName }, await passkeysOf(ctx.tx, account.id))
      await insertChallenge(ctx.tx, { challengeHash: challengeHash(options.challenge), accountId: account.id, expiresAt: new Date(ctx.now.getTime() + CHALLENGE_MS) }, ctx.now)
      await ctx.audit({ unitId: account.unitId, action: beginPasskey.name, entity: account.id })
      return { options: { ...options } }
    },
    { as: 'system', redact: () => ({ options: {} }) },
  ),
)
