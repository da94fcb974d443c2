import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { uuidv7 } from '#platform/ids.ts'
import changePerson from '#core/people/operations/change-person.ts'
import listPeople from '#core/people/operations/list-people.ts'
import type { Role } from './model/roles.ts'
import checkLink from './operations/check-link.ts'
import createAccount from './operations/create-account.ts'
import getAccount from './operations/get-account.ts'
import grantRole from './operations/grant-role.ts'
import listAccounts from './operations/list-accounts.ts'
import listRolesToGive from './operations/list-roles-to-give.ts'
import lockAccount from './operations/lock-account.ts'
import resetPassword from './operations/reset-password.ts'
import revokeRole from './operations/revoke-role.ts'
import setPassword from './operations/set-password.ts'
import { openSession } from './operations/sign-in.ts'
import unlockAccount from './operations/unlock-account.ts'
import { hashPassword } from './password.ts'
import type { Actor } from './request.ts'
import { actorOfToken } from './session.ts'

const PASSWORD = 'hoa sữa tháng mười'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let principal: Actor
let administrator: Actor
let officer: Actor
let teacher: Actor
let count = 0

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  principal = await world.person(sector.highSchool, ['principal'], { name: 'Lê Thị Mơ' })
  administrator = { ...(await world.person(sector.highSchool, ['administrator'], { name: 'Phan Quản' })), provedAt: world.now }
  officer = { ...(await world.person(sector.department, ['department_officer'], { name: 'Trần Sở' })), provedAt: world.now }
  teacher = await world.person(sector.highSchool, ['teacher'], { name: 'Hà Giáo' })
})

function newAccount(overrides: { unitId?: string; roles?: Role[]; fullName?: string; username?: string } = {}) {
  const { unitId = sector.highSchool, roles = ['teacher'], fullName = 'Đỗ Thị Mới', username = `nguoi.moi.${++count}` } = overrides
  return { unitId, person: { fullName, sex: 'F' as const }, username, roles: roles.map((role) => ({ role })) }
}

function tokenOf(link: { path: string } | null): string {
  return link!.path.split('/').at(-1)!
}

/** An account with a password, made the way people do it. */
async function activeAccount(by: Actor, overrides: Parameters<typeof newAccount>[0] = {}) {
  const input = newAccount(overrides)
  const { account, link } = await createAccount.run(world.as(by), input)
  await setPassword.run(world.as(null), { token: tokenOf(link), password: PASSWORD })
  return account
}

async function signedIn(username: string): Promise<{ token: string; actor: Actor }> {
  const { token } = await openSession(world.as(null), { username, password: PASSWORD })
  return { token, actor: (await actorOfToken(world.as(null), token))! }
}

describe('opening an account', () => {
  it('gives a link that sets the first password, once, and tells for whom', async () => {
    const { account, link } = await createAccount.run(world.as(administrator), newAccount({ fullName: 'Vũ Thị Hai', username: 'vu.hai' }))
    expect(account).toMatchObject({ username: 'vu.hai', fullName: 'Vũ Thị Hai', state: 'invited', roles: [{ role: 'teacher', from: '2026-03-02', until: null }] })
    expect(link!.expiresAt.getTime() - world.now.getTime()).toBe(7 * 86_400_000)

    const token = tokenOf(link)
    expect(await checkLink.run(world.as(null), { token })).toMatchObject({ username: 'vu.hai', fullName: 'Vũ Thị Hai', purpose: 'first' })
    await setPassword.run(world.as(null), { token, password: PASSWORD })
    await expect(setPassword.run(world.as(null), { token, password: PASSWORD })).rejects.toMatchObject({ code: 'access.link_unusable' })
    await expect(checkLink.run(world.as(null), { token })).rejects.toMatchObject({ code: 'access.link_unusable' })
    expect((await signedIn('vu.hai')).actor.grants).toEqual([{ unitId: sector.highSchool, role: 'teacher', line: 'either' }])
  })

  it('gives a link that ends after seven days', async () => {
    const { link } = await createAccount.run(world.as(administrator), newAccount())
    const late = { ...world.as(null), now: new Date(world.now.getTime() + 7 * 86_400_000) }
    await expect(setPassword.run(late, { token: tokenOf(link), password: PASSWORD })).rejects.toMatchObject({ code: 'access.link_unusable' })
  })

  it('keeps neither the token nor a trace of it in database, audit or log of operations', async () => {
    const id = uuidv7()
    const input = newAccount()
    const first = await createAccount.run(world.as(administrator, id), input)
    const again = await createAccount.run(world.as(administrator, id), input)
    expect(again).toEqual({ account: first.account, link: null })
    const rows = await world.rows(sql<{ n: number }>`
      select (select count(*) from platform.operation_log where answer::text like '%' || ${tokenOf(first.link)} || '%')::int
        + (select count(*) from audit.entry where after::text like '%' || ${tokenOf(first.link)} || '%')::int as n`)
    expect(rows[0]!.n).toBe(0)
  })

  it('refuses a user name that somebody has, wherever that is', async () => {
    await createAccount.run(world.as(officer), newAccount({ unitId: sector.primarySchool, username: 'trung.ten' }))
    await expect(createAccount.run(world.as(administrator), newAccount({ username: ' Trung.Ten ' }))).rejects.toMatchObject({ kind: 'conflict', code: 'access.username_taken' })
  })

  it('is for the administrator, the principal and the units above, not for teachers, siblings or strangers', async () => {
    const input = newAccount()
    await expect(createAccount.run(world.as(teacher), input)).rejects.toMatchObject({ kind: 'forbidden' })
    const sibling = await world.person(sector.primarySchool, ['administrator'])
    await expect(createAccount.run(world.as(sibling), input)).rejects.toMatchObject({ kind: 'not_found' })
    const commune = await world.person(sector.commune, ['commune_officer'])
    await expect(createAccount.run(world.as(commune), input)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(createAccount.run(world.as(commune), newAccount({ unitId: sector.primarySchool, roles: ['principal'] }))).resolves.toBeDefined()
  })

  it('does not let a school make an officer, nor a principal another principal', async () => {
    const refused = { kind: 'forbidden', code: 'access.role_not_givable' }
    for (const role of ['department_officer', 'ministry_officer', 'commune_officer', 'inspector'] as const) {
      await expect(createAccount.run(world.as(administrator), newAccount({ roles: ['teacher', role] }))).rejects.toMatchObject(refused)
    }
    await expect(createAccount.run(world.as(principal), newAccount({ roles: ['principal'] }))).rejects.toMatchObject(refused)
    expect(await listRolesToGive.run(world.as(principal), { unitId: sector.highSchool })).not.toContain('principal')
    expect(await listRolesToGive.run(world.as(officer), { unitId: sector.highSchool })).toContain('principal')
  })

  it('takes a person who is known in the unit, once', async () => {
    const personId = uuidv7()
    await sql`insert into people.person (province_id, id, unit_id, full_name, search_name) values ('01', ${personId}, ${sector.highSchool}, 'Bùi Sẵn', 'bui san')`.execute(world.db)
    const { account } = await createAccount.run(world.as(administrator), { ...newAccount(), person: { id: personId } })
    expect(account.fullName).toBe('Bùi Sẵn')
    await expect(createAccount.run(world.as(administrator), { ...newAccount(), person: { id: personId } })).rejects.toMatchObject({ code: 'access.person_has_account' })
    await expect(createAccount.run(world.as(officer), { ...newAccount(), unitId: sector.primarySchool, person: { id: personId } })).rejects.toMatchObject({
      code: 'access.person_of_other_unit',
    })
  })
})

describe('lists of accounts and people', () => {
  it('are searched without diacritics and read page by page, by given name', async () => {
    const school = await world.unit({ professional: sector.department })
    const names = ['Nguyễn Văn Ân', 'Trần Thị Bưởi', 'Đặng Thị Chanh', 'Lê Đức Dừa', 'Phạm Thị Ổi']
    for (const fullName of names.toReversed()) await createAccount.run(world.as(officer), newAccount({ unitId: school, fullName }))

    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listAccounts.run(world.as(officer), { unitId: school, limit: '2', ...(after ? { after } : {}) })
      expect(page.accounts.length).toBeLessThanOrEqual(2)
      seen.push(...page.accounts.map((account) => account.fullName))
      after = page.hasMore ? page.accounts.at(-1)!.id : undefined
    } while (after)
    expect(seen).toEqual(names)

    const found = async (search: string) => (await listPeople.run(world.as(officer), { unitId: school, search })).people.map((person) => person.fullName)
    expect(await found('dang thi')).toEqual(['Đặng Thị Chanh'])
    expect(await found('ĐỨC')).toEqual(['Lê Đức Dừa'])
    expect(await found('%')).toEqual([])
  })

  it('go down to the units below for those who look after them, not for others', async () => {
    const below = await listAccounts.run(world.as(officer), { unitId: sector.department, below: true, limit: 200 })
    expect(below.accounts.map((account) => account.unitId)).toContain(sector.highSchool)
    const colleague = await world.person(sector.department, ['teacher'])
    const people = await listPeople.run(world.as(colleague), { unitId: sector.department, below: 'true', limit: 200 })
    expect(new Set(people.people.map((person) => person.unitId))).toEqual(new Set([sector.department]))
  })

  it('show who holds a role in the unit although another unit looks after the account', async () => {
    const { account } = await createAccount.run(world.as(officer), newAccount({ unitId: sector.primarySchool, fullName: 'Ngô Khách' }))
    await grantRole.run(world.as(officer), { accountId: account.id, unitId: sector.highSchool, role: 'communicator' })
    const list = await listAccounts.run(world.as(principal), { unitId: sector.highSchool, search: 'khach' })
    expect(list.accounts).toMatchObject([{ fullName: 'Ngô Khách', roles: [{ role: 'communicator', unitId: sector.highSchool }] }])
    expect(list.accounts[0]!.roles).toHaveLength(1)
    expect(await getAccount.run(world.as(principal), { accountId: account.id })).toMatchObject({ isManageable: false })
  })
})

describe('roles', () => {
  it('hold at once in an open session, and no longer once they are taken', async () => {
    const account = await activeAccount(administrator)
    const { token } = await signedIn(account.username)
    const rolesNow = async () => (await actorOfToken(world.as(null), token))!.grants.map((grant) => grant.role)
    expect(await rolesNow()).toEqual(['teacher'])

    const after = await grantRole.run(world.as(administrator), { accountId: account.id, unitId: sector.highSchool, role: 'clerk' })
    expect(await rolesNow()).toEqual(['teacher', 'clerk'])
    await revokeRole.run(world.as(administrator), { roleId: after.roles.find((role) => role.role === 'clerk')!.id })
    expect(await rolesNow()).toEqual(['teacher'])
  })

  it('hold from their first to their last day', async () => {
    const account = await activeAccount(administrator)
    const { token } = await signedIn(account.username)
    await grantRole.run(world.as(administrator), { accountId: account.id, unitId: sector.highSchool, role: 'member', from: '2026-03-10', until: '2026-03-11' })
    await sql`update access.session set expires_at = '2027-01-01', last_seen_at = '2026-12-01'`.execute(world.db)
    const rolesOn = async (day: string) => (await actorOfToken({ ...world.as(null), now: new Date(`${day}T05:00:00Z`) }, token))!.grants.map((grant) => grant.role)
    expect(await rolesOn('2026-03-09')).toEqual(['teacher'])
    expect(await rolesOn('2026-03-10')).toEqual(['teacher', 'member'])
    expect(await rolesOn('2026-03-11')).toEqual(['teacher', 'member'])
    expect(await rolesOn('2026-03-12')).toEqual(['teacher'])
  })

  it('that began earlier stay in the record until the day before they were taken', async () => {
    const account = await world.person(sector.highSchool, ['clerk'])
    const { roles } = await getAccount.run(world.as(administrator), { accountId: account.accountId })
    await revokeRole.run(world.as(administrator), { roleId: roles[0]!.id })
    const rows = await world.rows(sql<{ until: string }>`select upper(valid) as until from access.role_grant where id = ${roles[0]!.id}`)
    expect(rows).toEqual([{ until: '2026-03-02' }])
  })

  it('are not given twice, nor backwards in time', async () => {
    const account = await world.person(sector.highSchool, ['clerk'])
    const input = { accountId: account.accountId, unitId: sector.highSchool, role: 'clerk' as const }
    await expect(grantRole.run(world.as(administrator), input)).rejects.toMatchObject({ code: 'access.role_held' })
    await expect(grantRole.run(world.as(administrator), { ...input, role: 'member', from: '2026-03-10', until: '2026-03-09' })).rejects.toMatchObject({
      code: 'access.role_ends_before_it_begins',
    })
  })

  it('are not for oneself to give or take', async () => {
    const own = { code: 'access.own_account' }
    await expect(grantRole.run(world.as(administrator), { accountId: administrator.accountId, unitId: sector.highSchool, role: 'principal' })).rejects.toMatchObject(own)
    const { roles } = await getAccount.run(world.as(administrator), { accountId: administrator.accountId })
    await expect(revokeRole.run(world.as(administrator), { roleId: roles[0]!.id })).rejects.toMatchObject(own)
  })

  it('from above are not for those below to take', async () => {
    const { roles } = await getAccount.run(world.as(officer), { accountId: principal.accountId })
    const other = await world.person(sector.highSchool, ['principal'])
    await expect(revokeRole.run(world.as(other), { roleId: roles[0]!.id })).rejects.toMatchObject({ code: 'access.role_not_givable' })
    const far = await world.person(sector.primarySchool, ['administrator'])
    await expect(revokeRole.run(world.as(far), { roleId: roles[0]!.id })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('locking and resetting', () => {
  it('ends the sessions for good, and the links', async () => {
    const account = await activeAccount(administrator)
    const { token } = await signedIn(account.username)
    const { link } = await resetPassword.run(world.as(administrator), { accountId: account.id })
    await lockAccount.run(world.as(administrator), { accountId: account.id })
    expect(await actorOfToken(world.as(null), token)).toBeNull()
    await expect(openSession(world.as(null), { username: account.username, password: PASSWORD })).rejects.toMatchObject({ code: 'access.wrong_password' })
    await expect(resetPassword.run(world.as(administrator), { accountId: account.id })).rejects.toMatchObject({ code: 'access.account_locked' })

    expect(await unlockAccount.run(world.as(administrator), { accountId: account.id })).toMatchObject({ state: 'active' })
    expect(await actorOfToken(world.as(null), token)).toBeNull()
    await expect(setPassword.run(world.as(null), { token: tokenOf(link), password: PASSWORD })).rejects.toMatchObject({ code: 'access.link_unusable' })
    await signedIn(account.username)
  })

  it('returns an account without a password to the invited', async () => {
    const { account } = await createAccount.run(world.as(administrator), newAccount())
    await lockAccount.run(world.as(administrator), { accountId: account.id })
    expect(await unlockAccount.run(world.as(administrator), { accountId: account.id })).toMatchObject({ state: 'invited' })
    await expect(unlockAccount.run(world.as(administrator), { accountId: account.id })).rejects.toMatchObject({ code: 'access.not_locked' })
  })

  it('leaves only the newest link, and the old password until that is used', async () => {
    const account = await activeAccount(administrator)
    const before = await signedIn(account.username)
    const first = await resetPassword.run(world.as(administrator), { accountId: account.id })
    const second = await resetPassword.run(world.as(administrator), { accountId: account.id })
    await expect(setPassword.run(world.as(null), { token: tokenOf(first.link), password: PASSWORD })).rejects.toMatchObject({ code: 'access.link_unusable' })
    await signedIn(account.username)
    await setPassword.run(world.as(null), { token: tokenOf(second.link), password: 'hoa gạo tháng ba' })
    expect(await actorOfToken(world.as(null), before.token)).toBeNull()
    await expect(openSession(world.as(null), { username: account.username, password: PASSWORD })).rejects.toMatchObject({ code: 'access.wrong_password' })
  })

  it('is refused for an account that is also an officer above, though the school looks after it', async () => {
    const guest = await world.person(sector.highSchool, ['teacher'])
    await sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, valid)
      values ('01', ${uuidv7()}, ${sector.department}, ${guest.accountId}, 'department_officer', '[2020-01-01,)')`.execute(world.db)
    for (const operation of [lockAccount, resetPassword]) {
      await expect(operation.run(world.as(principal), { accountId: guest.accountId })).rejects.toMatchObject({ kind: 'forbidden', code: 'access.account_of_superior' })
    }
    expect((await getAccount.run(world.as(principal), { accountId: guest.accountId })).roles).toHaveLength(1)
    const above = await world.person(sector.department, ['administrator'])
    await expect(lockAccount.run(world.as(above), { accountId: guest.accountId })).resolves.toMatchObject({ state: 'locked' })
  })

  it('is refused for the own account, the principal by the principal, and out of reach', async () => {
    await expect(lockAccount.run(world.as(administrator), { accountId: administrator.accountId })).rejects.toMatchObject({ code: 'access.own_account' })
    const far = await world.person(sector.primarySchool, ['administrator'])
    await expect(lockAccount.run(world.as(far), { accountId: principal.accountId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(resetPassword.run(world.as(teacher), { accountId: principal.accountId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('keeps the digest of the password from every statement of a person', async () => {
    const peek = world.db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'songhanh_app', true), set_config('app.roots', ${JSON.stringify({ [sector.highSchool]: 'either' })}, true)`.execute(tx)
      return sql`select password_hash from access.account`.execute(tx)
    })
    await expect(peek).rejects.toMatchObject({ code: '42501' })
  })
})

describe('what is noted of a person', () => {
  it('is corrected by those who look after it, field by field, with what was before in the audit', async () => {
    const changed = await changePerson.run(world.as(administrator), { personId: teacher.personId, fullName: 'Hà Thị Giáo', phone: '0900 000 000' })
    expect(changed).toMatchObject({ fullName: 'Hà Thị Giáo', phone: '0900 000 000', address: 'thầy/cô' })
    const rows = await world.rows(sql<{ before: unknown }>`select before from audit.entry where action = 'people.change' and entity = ${teacher.personId}`)
    expect(rows[0]!.before).toMatchObject({ fullName: 'Hà Giáo', phone: null })
    const found = await listPeople.run(world.as(teacher), { unitId: sector.highSchool, search: 'ha thi giao' })
    expect(found.people).toHaveLength(1)
    expect(found.people[0]).not.toHaveProperty('phone')
    await expect(changePerson.run(world.as(teacher), { personId: teacher.personId, fullName: 'x' })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

it('argon2 costs the unknown name what it costs the known one', async () => {
  await hashPassword('warm')
  await activeAccount(administrator, { username: 'biet.ten' })
  const spent = async (username: string) => {
    const started = performance.now()
    await openSession(world.as(null), { username, password: 'sai' }).catch(() => undefined)
    return performance.now() - started
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < 7; n++) {
    known.push(await spent('biet.ten'))
    unknown.push(await spent(`khong.ten.${n}`))
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[3]!
  expect(median(unknown)).toBeGreaterThan(median(known) / 3)
})
