import type { AuthenticatorTransport } from '@simplewebauthn/server'
import { AppError } from '#platform/errors.ts'
import { issueRecoveryCodes } from '../factor-codes.ts'
import { addPasskey } from '../factor-contract.ts'
import { insertPasskey, recoveryCodesLeft, spendChallenge } from '../factor-store.ts'
import { callerAccount, requireProofToEnrol, withRequest } from '../own-account.ts'
import { challengeHash, challengeIn, keyIn, siteOf } from '../passkey.ts'
import { command } from '../store.ts'

export default withRequest(addPasskey, ({ entrance }) =>
  command(
    addPasskey,
    async (ctx, { name, answer }) => {
      const account = await callerAccount(ctx)
      requireProofToEnrol(ctx)
      const challenge = challengeIn(answer.response.clientDataJSON)
      if (!(await spendChallenge(ctx.tx, challengeHash(challenge), account.id, ctx.now))) throw new AppError('invalid', 'access.passkey_refused')
      const transports = answer.response.transports ?? []
      const { clientDataJSON, attestationObject } = answer.response
      const key = await keyIn(siteOf(entrance.url), { ...answer, response: { clientDataJSON, attestationObject, transports: transports as AuthenticatorTransport[] } }, challenge)
      if (!key) throw new AppError('invalid', 'access.passkey_refused')

      const passkeyId = ctx.newId()
      await insertPasskey(ctx.tx, { id: passkeyId, accountId: account.id, ...key, transports, name, createdAt: ctx.now, lastUsedAt: null })
      const isFirst = (await recoveryCodesLeft(ctx.tx, account.id)) === 0
      const recoveryCodes = isFirst ? await issueRecoveryCodes(ctx.tx, account.id) : null
      await ctx.audit({ unitId: account.unitId, action: addPasskey.name, entity: account.id, after: { passkeyId, name } })
      return { passkeyId, recoveryCodes }
    },
    { as: 'system', redact: (answer) => ({ ...answer, recoveryCodes: null }), conflicts: { passkey_credential_id_key: 'access.passkey_taken' } },
  ),
)
