import type { Transaction } from 'kysely'
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { writeAudit } from '#core/audit/store.ts'
import { insertPerson } from '#core/people/store.ts'
import { insertAccount, insertRole } from './account-store.ts'
import { hasUnits, insertTopUnit, unitsCalled, unitWithId, type UnitNamed } from './first-unit-store.ts'
import { issueLink } from './links.ts'
import { USERNAME, usernameFor } from './model/username.ts'
import { asSystem, explained } from './operation.ts'
import type { Request } from './request.ts'
import type { AccessDb } from './tables.ts'

export interface AdminWanted {
  /** Of the unit, by id or by name; the name may be written without diacritics. */
  readonly unit: { readonly id: string } | { readonly name: string }
  /** Level of the unit that is made when the database has none yet. */
  readonly level?: 'ministry' | 'department'
  /** Code of the unit's province, two digits; `00` for the nation. Only for a unit that is made. */
  readonly provinceId?: string
  readonly fullName: string
  /** Proposed from the name when left out. */
  readonly username?: string
}

export interface AdminMade {
  readonly unitId: string
  readonly unitName: string
  /** The unit did not exist before. */
  readonly unitIsNew: boolean
  readonly username: string
  /** Where the first password is set, within the web app. */
  readonly path: string
  readonly expiresAt: Date
}

/**
 * Makes an administrator from the command line: the first person of a new installation, or somebody for a unit whose
 * administrators are gone. In an empty database the unit is made as well.
 *
 * @throws AppError `invalid` without a usable name or user name, `not_found` when no unit is called so, `conflict` when
 *   several are or the user name is taken
 */
export async function createAdmin(request: Request, wanted: AdminWanted): Promise<AdminMade> {
  const fullName = wanted.fullName.normalize('NFC').trim()
  if (!fullName) throw new AppError('invalid', 'access.name_missing')
  const username = (wanted.username ?? usernameFor(fullName)).trim().toLowerCase()
  if (!USERNAME.test(username)) throw new AppError('invalid', 'access.username_unusable', { username })
  const conflicts = { account_username_key: 'access.username_taken' }
  return explained({ conflicts }, () => asSystem<AccessDb, AdminMade>(request, (tx) => make(tx, request, wanted, { fullName, username })))
}

async function make(tx: Transaction<AccessDb>, request: Request, wanted: AdminWanted, { fullName, username }: { fullName: string; username: string }): Promise<AdminMade> {
  const { now } = request
  const today = dayOf(now)
  const { unit, isNew } = await unitFor(untyped(tx), request, wanted, today)
  const [personId, accountId] = [request.newId(), request.newId()]
  await insertPerson(untyped(tx), personId, unit.id, { fullName, address: 'thầy/cô', sex: 'U', jobTitle: null, phone: null, email: null })
  await insertAccount(tx, { id: accountId, unitId: unit.id, personId, username, createdAt: now })
  await insertRole(tx, { id: request.newId(), unitId: unit.id, accountId, role: 'administrator', line: 'either', from: today, until: null })
  const link = await issueLink({ tx, now }, accountId, 'first')
  const after = { personId, username, roles: ['administrator'], unitIsNew: isNew }
  await writeAudit(untyped(tx), { unitId: unit.id, accountId: null, at: now, action: 'access.createAdmin', entity: accountId, after })
  return { unitId: unit.id, unitName: unit.name, unitIsNew: isNew, username, ...link }
}

async function unitFor(tx: Transaction<unknown>, request: Request, { unit, level = 'ministry', provinceId = '00' }: AdminWanted, today: PlainDate): Promise<{ unit: UnitNamed; isNew: boolean }> {
  if ('id' in unit) {
    const found = await unitWithId(tx, unit.id, today)
    if (!found) throw new AppError('not_found', 'access.unit_not_found', { name: unit.id })
    return { unit: found, isNew: false }
  }
  const [found, another] = await unitsCalled(tx, unit.name, today)
  if (another) throw new AppError('conflict', 'access.unit_ambiguous', { name: unit.name })
  if (found) return { unit: found, isNew: false }
  if (await hasUnits(tx)) throw new AppError('not_found', 'access.unit_not_found', { name: unit.name })
  const made = { id: request.newId(), name: unit.name.normalize('NFC').trim() }
  await insertTopUnit(tx, { ...made, level, provinceId, from: today })
  return { unit: made, isNew: true }
}
