import type { Module } from '#core/module.ts'
import { OFFICERS } from './model/roles.ts'
import { RECORD_FAILURE, recordFailure } from './failures.ts'
import { CLEAN_UP, cleanUp } from './jobs.ts'
import addPasskey from './operations/add-passkey.ts'
import beginCodes from './operations/begin-codes.ts'
import beginPasskey from './operations/begin-passkey.ts'
import beginPasskeySignIn from './operations/begin-passkey-sign-in.ts'
import changePassword from './operations/change-password.ts'
import checkLink from './operations/check-link.ts'
import confirmCodes from './operations/confirm-codes.ts'
import createAccount from './operations/create-account.ts'
import exportOwnData from './operations/export-own-data.ts'
import exportPerson from './operations/export-person.ts'
import getAccount from './operations/get-account.ts'
import getDeviceKey from './operations/get-device-key.ts'
import getSession from './operations/get-session.ts'
import giveCode from './operations/give-code.ts'
import grantRole from './operations/grant-role.ts'
import listAccounts from './operations/list-accounts.ts'
import listFactors from './operations/list-factors.ts'
import listRolesToGive from './operations/list-roles-to-give.ts'
import listSessions from './operations/list-sessions.ts'
import lockAccount from './operations/lock-account.ts'
import newRecoveryCodes from './operations/new-recovery-codes.ts'
import passkeySignIn from './operations/passkey-sign-in.ts'
import proveSession from './operations/prove-session.ts'
import removeCodes from './operations/remove-codes.ts'
import removePasskey from './operations/remove-passkey.ts'
import resetFactors from './operations/reset-factors.ts'
import resetPassword from './operations/reset-password.ts'
import revokeOtherSessions from './operations/revoke-other-sessions.ts'
import revokeRole from './operations/revoke-role.ts'
import revokeSession from './operations/revoke-session.ts'
import setPassword from './operations/set-password.ts'
import signIn from './operations/sign-in.ts'
import signOut from './operations/sign-out.ts'
import unlockAccount from './operations/unlock-account.ts'

export const access: Module = {
  name: 'access',
  title: 'Tài khoản, đăng nhập',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'audit'],
  permissions: {
    'access.readAccounts': { own: ['principal', 'administrator', ...OFFICERS], below: [...OFFICERS, 'administrator'] },
    'access.manageAccounts': { own: ['principal', 'administrator'], below: [...OFFICERS, 'administrator'] },
  },
  operations: [
    signIn,
    giveCode,
    beginPasskeySignIn,
    passkeySignIn,
    signOut,
    getSession,
    proveSession,
    getDeviceKey,
    checkLink,
    setPassword,
    changePassword,
    listSessions,
    revokeSession,
    revokeOtherSessions,
    exportOwnData,
    exportPerson,
    listFactors,
    beginCodes,
    confirmCodes,
    removeCodes,
    newRecoveryCodes,
    beginPasskey,
    addPasskey,
    removePasskey,
    listAccounts,
    getAccount,
    listRolesToGive,
    createAccount,
    grantRole,
    revokeRole,
    lockAccount,
    unlockAccount,
    resetPassword,
    resetFactors,
  ],
  queues: [CLEAN_UP, RECORD_FAILURE],
  jobs: (services) => [
    { name: CLEAN_UP, everyHours: 24, run: () => cleanUp(services.systemRequest()) },
    { name: RECORD_FAILURE, run: (data) => recordFailure(services.systemRequest(), data) },
  ],
}
