import * as z from 'zod/mini'
import { contract, Instant, text } from '#platform/contract.ts'

const RecoveryCodes = z.array(z.string())

export const giveCode = contract({
  name: 'access.giveCode',
  route: 'POST /api/session/code',
  permission: 'session',
  summary: 'The second step of signing in: the six digits of the app, or a recovery code; the token of the session changes',
  input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) }),
  output: z.object({ expiresAt: Instant, recoveryCodesLeft: z.nullable(z.int()) }),
})

export const listFactors = contract({
  name: 'access.listFactors',
  route: 'GET /api/account/factors',
  permission: 'session',
  summary: 'What the caller gives beside the password when signing in',
  input: z.object({}),
  output: z.object({
    /** Since when an app gives codes; null without one. */
    codesSince: z.nullable(Instant),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(z.object({ id: z.uuid(), name: z.string(), createdAt: Instant, lastUsedAt: z.nullable(Instant) })),
    /** Whether the roles of the caller ask for a second factor: the last one cannot be taken away. */
    isForced: z.boolean(),
  }),
})

export const beginCodes = contract({
  name: 'access.beginCodes',
  route: 'POST /api/account/codes',
  permission: 'session',
  summary: 'Makes the secret that an app on the phone takes in; it opens nothing before the first code',
  input: z.object({}),
  /** `address` is what the picture holds, `secret` what is typed where no picture can be taken. */
  output: z.object({ address: z.string(), secret: z.string() }),
})

export const confirmCodes = contract({
  name: 'access.confirmCodes',
  route: 'POST /api/account/codes/confirm',
  permission: 'session',
  summary: 'Gives the first code of the app; answers recovery codes, shown this once',
  input: z.object({ code: z.string().check(z.regex(/^\d{6}$/)) }),
  output: z.object({ recoveryCodes: RecoveryCodes }),
})

export const removeCodes = contract({
  name: 'access.removeCodes',
  route: 'DELETE /api/account/codes',
  permission: 'session',
  summary: 'Takes the app of the caller away',
  input: z.object({}),
  output: z.null(),
})

export const newRecoveryCodes = contract({
  name: 'access.newRecoveryCodes',
  route: 'POST /api/account/recovery-codes',
  permission: 'session',
  summary: 'Makes new recovery codes, shown this once; the old ones no longer work',
  input: z.object({}),
  output: z.object({ recoveryCodes: RecoveryCodes }),
})

/** What the browser hands to the device; made and read by the library of either end. */
const DeviceOptions = z.object({ options: z.record(z.string(), z.unknown()) })

const bytes = (most: number) => z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^[\w-]+$/))

export const beginPasskey = contract({
  name: 'access.beginPasskey',
  route: 'POST /api/account/passkeys/options',
  permission: 'session',
  summary: 'What a device is asked in order to become a key of the caller',
  input: z.object({}),
  output: DeviceOptions,
})

export const addPasskey = contract({
  name: 'access.addPasskey',
  route: 'POST /api/account/passkeys',
  permission: 'session',
  summary: 'Adds the key that a device has made; answers recovery codes when the account has none yet',
  input: z.object({
    name: text(60),
    answer: z.object({
      id: bytes(1_400),
      rawId: bytes(1_400),
      type: z.literal('public-key'),
      response: z.object({ clientDataJSON: bytes(4_000), attestationObject: bytes(20_000), transports: z.optional(z.array(text(20)).check(z.maxLength(8))) }),
    }),
  }),
  output: z.object({ passkeyId: z.uuid(), recoveryCodes: z.nullable(RecoveryCodes) }),
})

export const removePasskey = contract({
  name: 'access.removePasskey',
  route: 'DELETE /api/account/passkeys/:passkeyId',
  permission: 'session',
  summary: 'Takes a key of the caller away',
  input: z.object({ passkeyId: z.uuid() }),
  output: z.null(),
})

export const beginPasskeySignIn = contract({
  name: 'access.beginPasskeySignIn',
  route: 'POST /api/session/passkey/options',
  permission: 'public',
  summary: 'What a device is asked in order to sign in; the same for everybody',
  input: z.object({}),
  output: DeviceOptions,
})

export const passkeySignIn = contract({
  name: 'access.passkeySignIn',
  route: 'POST /api/session/passkey',
  permission: 'public',
  summary: 'Opens a session by a key on a device, without a password; the token travels as a cookie',
  input: z.object({
    answer: z.object({
      id: bytes(1_400),
      rawId: bytes(1_400),
      type: z.literal('public-key'),
      response: z.object({ clientDataJSON: bytes(4_000), authenticatorData: bytes(4_000), signature: bytes(4_000), userHandle: z.optional(bytes(200)) }),
    }),
  }),
  output: z.object({ expiresAt: Instant }),
})

export const resetFactors = contract({
  name: 'access.resetFactors',
  route: 'POST /api/accounts/:accountId/factors/reset',
  permission: 'access.manageAccounts',
  summary: 'Takes every second factor of an account away, for a lost phone; its sessions end',
  input: z.object({ accountId: z.uuid() }),
  output: z.null(),
})
