import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { vaultOf } from '#platform/vault.ts'
import { GUARDED_ROLES } from './model/second-factor.ts'
import type { Role } from './model/roles.ts'
import addPasskey from './operations/add-passkey.ts'
import beginCodes from './operations/begin-codes.ts'
import beginPasskey from './operations/begin-passkey.ts'
import beginPasskeySignIn from './operations/begin-passkey-sign-in.ts'
import changePassword from './operations/change-password.ts'
import confirmCodes from './operations/confirm-codes.ts'
import getSession from './operations/get-session.ts'
import giveCode, { passByCode } from './operations/give-code.ts'
import listFactors from './operations/list-factors.ts'
import passkeySignIn from './operations/passkey-sign-in.ts'
import proveSession from './operations/prove-session.ts'
import removeCodes from './operations/remove-codes.ts'
import resetFactors from './operations/reset-factors.ts'
import { openSession } from './operations/sign-in.ts'
import { hashPassword } from './password.ts'
import type { Actor, Request } from './request.ts'
import { actorOfToken } from './session.ts'

const PASSWORD = 'hoa sữa tháng mười'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let passwordHash: string
let count = 0

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  passwordHash = await hashPassword(PASSWORD)
})

async function someone(roles: readonly Role[] = ['teacher']): Promise<{ username: string; accountId: string }> {
  const username = `hai.buoc.${++count}`
  const { accountId } = await world.person(sector.highSchool, roles, { username })
  await sql`update access.account set password_hash = ${passwordHash}, password_set_at = now() where id = ${accountId}`.execute(world.db)
  return { username, accountId }
}

/** As the program asks where it is not the demo. */
const strict = (actor: Actor | null): Request => ({ ...world.as(actor), entrance: { url: 'https://songhanh.example.vn', guardedRoles: GUARDED_ROLES } })
const withToken = async (token: string) => strict(await actorOfToken(strict(null), token))
const signIn = (username: string, password = PASSWORD) => openSession(strict(null), { username, password })
const later = (ms: number) => {
  world.now = new Date(world.now.getTime() + ms)
}
const codeOf = (secret: string, at = world.now) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** Somebody with an app, as people get one; the time of the first code is over afterwards. */
async function withApp(roles: readonly Role[] = ['teacher']) {
  const { username, accountId } = await someone(roles)
  const { token } = await signIn(username)
  await proveSession.run(await withToken(token), { password: PASSWORD }).catch(() => undefined)
  const { secret, address } = await beginCodes.run(await withToken(token), {})
  const { recoveryCodes } = await confirmCodes.run(await withToken(token), { code: codeOf(secret) })
  later(30_000)
  return { username, accountId, secret, address, recoveryCodes, token }
}

describe('a person with an app', () => {
  it('signs in by password and code, and nothing opens before the code', async () => {
    const { username, secret } = await withApp()
    const first = await signIn(username)
    expect(first).toMatchObject({ awaits: 'second_factor', factors: ['code'] })
    const waiting = await withToken(first.token)
    expect(waiting.actor).toMatchObject({ awaits: 'second_factor', grants: [] })
    for (const operation of [getSession, listFactors, beginCodes, removeCodes]) await expect(operation.run(waiting, {})).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.second_factor_due' })
    await expect(changePassword.run(waiting, { oldPassword: PASSWORD, newPassword: 'hoa gạo tháng ba' })).rejects.toMatchObject({ code: 'access.second_factor_due' })

    const second = await passByCode(waiting, { code: codeOf(secret) })
    expect(second.token).not.toBe(first.token)
    expect((await withToken(first.token)).actor).toBeNull()
    expect((await withToken(second.token)).actor).toMatchObject({ awaits: null, grants: [{ role: 'teacher' }] })
  })

  it('cannot use a code twice, nor one that is over', async () => {
    const { username, secret } = await withApp()
    const code = codeOf(secret)
    await passByCode(await withToken((await signIn(username)).token), { code })
    const again = await withToken((await signIn(username)).token)
    await expect(passByCode(again, { code })).rejects.toMatchObject({ kind: 'invalid', code: 'access.code_wrong' })
    await expect(passByCode(again, { code: codeOf(secret, new Date(world.now.getTime() - 90_000)) })).rejects.toMatchObject({ code: 'access.code_wrong' })
  })

  it('meets the throttle after wrong codes, and a right password in between buys no new tries', async () => {
    const { username, secret } = await withApp()
    for (let n = 0; n < 8; n++) await expect(passByCode(await withToken((await signIn(username)).token), { code: '000000' })).rejects.toMatchObject({ code: 'access.code_wrong' })
    await expect(signIn(username)).rejects.toMatchObject({ code: 'access.wait' })
    later(31_000)
    await expect(passByCode(await withToken((await signIn(username)).token), { code: codeOf(secret) })).resolves.toHaveProperty('token')
  })

  it('comes in with a recovery code, as it is typed, once', async () => {
    const { username, recoveryCodes } = await withApp()
    expect(new Set(recoveryCodes).size).toBe(10)
    const typed = recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ')
    await expect(passByCode(await withToken((await signIn(username)).token), { code: typed })).resolves.toMatchObject({ recoveryCodesLeft: 9 })
    await expect(passByCode(await withToken((await signIn(username)).token), { code: typed })).rejects.toMatchObject({ code: 'access.code_wrong' })
  })

  it('has ten minutes for the code', async () => {
    const { username, secret } = await withApp()
    const { token } = await signIn(username)
    later(600_000)
    expect((await withToken(token)).actor).toBeNull()
    await expect(giveCode.run(await withToken(token), { code: codeOf(secret) })).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('gives the password again before the app is taken away', async () => {
    const { username, secret } = await withApp()
    const { token } = await passByCode(await withToken((await signIn(username)).token), { code: codeOf(secret) })
    await expect(removeCodes.run(await withToken(token), {})).rejects.toMatchObject({ kind: 'forbidden', code: 'access.prove_again' })
    await proveSession.run(await withToken(token), { password: PASSWORD })
    await removeCodes.run(await withToken(token), {})
    expect(await signIn(username)).toMatchObject({ awaits: null })
  })
})

describe('a role that looks at many', () => {
  it.each(GUARDED_ROLES)('%s opens nothing before there is a second factor, and everything at once afterwards', async (role) => {
    const { username } = await someone([role])
    const { token, awaits } = await signIn(username)
    expect(awaits).toBe('enrolment')
    await expect(getSession.run(await withToken(token), {})).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.enrolment_due' })
    const { secret } = await beginCodes.run(await withToken(token), {})
    await expect(confirmCodes.run(await withToken(token), { code: '000000' })).rejects.toMatchObject({ code: 'access.code_wrong' })
    await confirmCodes.run(await withToken(token), { code: codeOf(secret) })
    expect((await getSession.run(await withToken(token), {})).posts).toMatchObject([{ roles: [role] }])
  })

  it('that is given in an open session closes it until there is one', async () => {
    const { username, accountId } = await someone()
    const { token } = await signIn(username)
    await sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, valid) select '01', gen_random_uuid(), ${sector.highSchool}, ${accountId}, 'case_handler', '[2020-01-01,)'`.execute(world.db)
    expect((await withToken(token)).actor).toMatchObject({ awaits: 'enrolment', grants: [] })
  })

  it('keeps its last factor', async () => {
    const { token } = await withApp(['administrator'])
    await proveSession.run(await withToken(token), { password: PASSWORD })
    await expect(removeCodes.run(await withToken(token), {})).rejects.toMatchObject({ kind: 'conflict', code: 'access.last_factor' })
    expect(await listFactors.run(await withToken(token), {})).toMatchObject({ isForced: true, recoveryCodesLeft: 10 })
  })
})

describe('an answer of a device', () => {
  const clientData = (challenge: string) => Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: 'https://songhanh.example.vn' })).toString('base64url')
  const forged = (challenge: string) => ({ answer: { id: 'abc', rawId: 'abc', type: 'public-key' as const, response: { clientDataJSON: clientData(challenge), authenticatorData: 'abc', signature: 'abc' } } })

  it('opens nothing to a challenge that nobody asked, nor forged to one that was; a challenge is spent by its first answer', async () => {
    await expect(passkeySignIn.run(strict(null), forged('never-asked'))).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.passkey_unknown' })
    const { options } = await beginPasskeySignIn.run(strict(null), {})
    const open = () => world.rows(sql<{ n: number }>`select count(*)::int as n from access.passkey_challenge`)
    expect(await open()).toEqual([{ n: 1 }])
    await expect(passkeySignIn.run(strict(null), forged(String(options['challenge'])))).rejects.toMatchObject({ code: 'access.passkey_unknown' })
    expect(await open()).toEqual([{ n: 0 }])
  })

  it('adds no key to one account that was asked of another', async () => {
    const [asked, other] = [await someone(['case_handler']), await someone(['case_handler'])]
    const { options } = await beginPasskey.run(await withToken((await signIn(asked.username)).token), {})
    const answer = { id: 'abc', rawId: 'abc', type: 'public-key' as const, response: { clientDataJSON: clientData(String(options['challenge'])), attestationObject: 'abc' } }
    await expect(addPasskey.run(await withToken((await signIn(other.username)).token), { name: 'Máy', answer })).rejects.toMatchObject({ kind: 'invalid', code: 'access.passkey_refused' })
  })
})

describe('a lost phone', () => {
  it('is forgotten by who may make a link for the account, with the password given again; sessions end', async () => {
    const { username, accountId, token } = await withApp()
    const administrator = await world.person(sector.highSchool, ['administrator'])
    await expect(resetFactors.run(world.as(administrator), { accountId })).rejects.toMatchObject({ code: 'access.prove_again' })
    const proved = { ...administrator, provedAt: world.now }
    await expect(resetFactors.run(world.as({ ...(await world.person(sector.primarySchool, ['administrator'])), provedAt: world.now }), { accountId })).rejects.toMatchObject({ kind: 'not_found' })
    await resetFactors.run(world.as(proved), { accountId })
    expect((await withToken(token)).actor).toBeNull()
    expect(await signIn(username)).toMatchObject({ awaits: null, factors: [] })
  })
})

describe('what a thief finds', () => {
  it('of the secret and the recovery codes stands nowhere in the database in clear', async () => {
    const { secret, recoveryCodes, accountId } = await withApp()
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
    const rows = await world.rows(sql<{ found: boolean }>`
      select position(${bytes} in secret) > 0 or position(convert_to(${secret}, 'UTF8') in secret) > 0 as found from access.totp where account_id = ${accountId}`)
    expect(rows).toEqual([{ found: false }])
    const traces = await world.rows(sql<{ n: number }>`
      select (select count(*) from platform.operation_log where answer::text ~ ${[secret, ...recoveryCodes].join('|')})::int
        + (select count(*) from audit.entry where concat(before, after) ~ ${[secret, ...recoveryCodes].join('|')})::int as n`)
    expect(traces).toEqual([{ n: 0 }])
  })

  it('without the key outside the database no code is taken', async () => {
    const { username, secret } = await withApp()
    const waiting = await withToken((await signIn(username)).token)
    await expect(passByCode({ ...waiting, vault: vaultOf('missing') }, { code: codeOf(secret) })).rejects.toMatchObject({ kind: 'unavailable', code: 'access.codes_locked' })
  })
})
