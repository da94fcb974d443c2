import { sql, type Kysely } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Grant } from '#core/access/model/policy.ts'
import type { Line, Role } from '#core/access/model/roles.ts'
import type { Actor, Request } from '#core/access/request.ts'
import { sessionSecretOf } from '#core/access/token.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Product } from '#app/product.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import { uuidv7 } from '#platform/ids.ts'
import { LEAST_MEMORY_MIB, SAFE_COST } from '#platform/passphrase.ts'
import { newKey } from '#platform/sealing.ts'
import { masterKeyOf, vaultOf } from '#platform/vault.ts'

export interface UnitOptions {
  readonly name?: string
  readonly level?: Level
  readonly schoolLevels?: readonly SchoolLevel[]
  readonly administrative?: string
  readonly professional?: string
  readonly from?: string
  readonly until?: string
  readonly symbol?: string
  readonly provinceId?: string
}

/** Where builders build: a migrated database and the product on it. */
export interface Place {
  readonly db: Kysely<unknown>
  readonly jobs: JobQueue
  readonly product: Product
}

/** A small sector: builders that read like the field, and requests made by somebody. */
export interface Builders extends Place {
  now: Date
  unit(options?: UnitOptions): Promise<string>
  /** Says that `to` carries on what `from` left. */
  succeed(from: string, to: string, onDay: string): Promise<void>
  /** A person with an account who holds the roles in the unit. */
  person(unitId: string, roles: readonly Role[], options?: { name?: string; line?: Line; username?: string }): Promise<Actor>
  /** A request by the person; anonymous without one. */
  as(actor: Actor | null, operationId?: string): Request
  rows<T>(query: ReturnType<typeof sql<T>>): Promise<T[]>
}

/** The key of every test. */
const vault = vaultOf(masterKeyOf(newKey()), { ...SAFE_COST, memoryKib: LEAST_MEMORY_MIB * 1024 })

export function buildersOn(base: Place, now: Date): Builders {
  let count = 0
  const world: Builders = {
    ...base,
    now,
    async unit(options = {}) {
      const id = uuidv7()
      const level = options.level ?? 'school'
      const name = options.name ?? `Trường THPT Sông Mơ ${++count}`
      const schoolLevels = options.schoolLevels ?? (level === 'school' ? ['upper_secondary'] : [])
      const valid = `[${options.from ?? '2020-01-01'},${options.until ?? ''})`
      await asSystem(world.as(null), async (tx) => {
        await sql`insert into units.unit (id, province_id, closed_on) values (${id}, ${options.provinceId ?? '01'}, ${options.until ?? null})`.execute(tx)
        await sql`
          insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, symbol, place, administrative_parent_id, professional_parent_id, search_name)
          values (${id}, ${valid}::daterange, ${name}, ${level}, ${[...schoolLevels]}, ${level === 'school' ? 'ordinary' : null}, ${level === 'school' ? 'public' : null},
            ${options.symbol ?? 'SM'}, 'Sông Mơ', ${options.administrative ?? null}, ${options.professional ?? null}, platform.fold(${name}))`.execute(tx)
        await sql`select units.derive_ancestors(array[${id}]::uuid[])`.execute(tx)
      })
      return id
    },
    async succeed(from, to, onDay) {
      await asSystem(world.as(null), (tx) => sql`insert into units.succession (from_id, to_id, on_day, kind) values (${from}, ${to}, ${onDay}, 'merge')`.execute(tx))
    },
    async person(unitId, roles, options = {}) {
      const number = ++count
      const personId = uuidv7()
      const accountId = uuidv7()
      const name = options.name ?? `Người Mẫu ${number}`
      const username = options.username ?? `nguoi.mau.${number}`
      const line = options.line ?? 'either'
      await asSystem(world.as(null), async (tx) => {
        await sql`insert into people.person (province_id, id, unit_id, full_name, search_name)
          select province_id, ${personId}, id, ${name}, platform.fold(${name}) from units.unit where id = ${unitId}`.execute(tx)
        await sql`insert into access.account (province_id, id, unit_id, person_id, username, state, created_at)
          select province_id, ${accountId}, id, ${personId}, ${username}, 'active', ${world.now} from units.unit where id = ${unitId}`.execute(tx)
        for (const role of roles) {
          await sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid)
            select province_id, ${uuidv7()}, id, ${accountId}, ${role}, ${line}, '[2020-01-01,)' from units.unit where id = ${unitId}`.execute(tx)
        }
      })
      const grants: Grant[] = roles.map((role) => ({ unitId, role, line }))
      return { accountId, personId, sessionId: uuidv7(), grants }
    },
    as(actor, operationId) {
      return {
        db: base.db,
        jobs: base.jobs,
        vault,
        policy: base.product.policy,
        actor,
        sessionSecret: actor && sessionSecretOf(actor.sessionId),
        now: world.now,
        newId: () => uuidv7(),
        entrance: { url: 'http://localhost:8080', guardedRoles: [] },
        sessionLimits: { idleMs: 7_200_000, absoluteMs: 43_200_000 },
        ...(operationId ? { operationId } : {}),
      }
    },
    async rows(query) {
      return (await query.execute(base.db)).rows
    },
  }
  return world
}

/** Ministry, a Department, a commune and a high school and a primary school below them. */
export async function aSector(world: Builders) {
  const ministry = await world.unit({ level: 'ministry', name: 'Bộ Giáo dục Mẫu', provinceId: '00' })
  const department = await world.unit({ level: 'department', name: 'Sở Giáo dục Sông Mơ', professional: ministry })
  const commune = await world.unit({ level: 'commune', name: 'Phường Thạch Mơ', professional: department })
  const highSchool = await world.unit({ name: 'Trường THPT Sông Mơ', professional: department })
  const primarySchool = await world.unit({ name: 'Trường Tiểu học Thạch Mơ', schoolLevels: ['primary'], administrative: commune, professional: department })
  return { ministry, department, commune, highSchool, primarySchool }
}
