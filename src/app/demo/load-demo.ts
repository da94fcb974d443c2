import type { Transaction } from 'kysely'
import { writeAudit } from '#core/audit/store.ts'
import { asSystem } from '#core/access/operation.ts'
import { hashPassword } from '#core/access/password.ts'
import type { Request } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { hasUnits, lockDemo, storePeople, storeUnits } from './demo-store.ts'
import { demoPeople, SHOWN_SCHOOLS, type DemoPerson } from './people-part.ts'
import { demoUnits } from './units-part.ts'

/** One password for every account of the demo. */
export const DEMO_PASSWORD = 'song hanh cung nhau'

/** An account to try the product with. */
export interface DemoAccount {
  /** Job and name: `Hiệu trưởng, Nguyễn Thị Mai`. */
  readonly who: string
  readonly unit: string
  readonly username: string
  readonly password: string
}

/** What every part of the demo finds and adds to; the parts run in one transaction, one after the other. */
export interface DemoStage {
  readonly request: Request
  readonly tx: Transaction<unknown>
  /** Units of today by key, as `places.ts` names them; a Department is `so.<key>`. */
  readonly unitIds: ReadonlyMap<string, string>
  readonly people: readonly DemoPerson[]
}

/** What is laid on top of units and people, one file each. */
const PARTS: readonly ((stage: DemoStage) => Promise<void>)[] = []

/**
 * Loads the demo province into an empty database, all of it or nothing.
 *
 * @returns the accounts to show, at least one for every role; every unit has more
 * @throws AppError `conflict` `units.not_empty` when the database has units
 */
export async function loadDemo(request: Request): Promise<DemoAccount[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return asSystem<unknown, DemoAccount[]>(request, async (tx) => {
    await lockDemo(tx)
    if (await hasUnits(tx)) throw new AppError('conflict', 'units.not_empty')
    const { units, steps, ids } = demoUnits(request.newId)
    await storeUnits(tx, units, steps)
    const people = demoPeople(ids, request.newId)
    await storePeople(tx, people, passwordHash, request.now, SINCE, request.newId)
    for (const part of PARTS) await part({ request, tx, unitIds: ids, people })
    const ministry = ids.get('bo')!
    await writeAudit(tx, { unitId: ministry, accountId: null, at: request.now, action: 'demo.load', entity: ministry, after: { units: units.length, people: people.length } })
    const nameOf = new Map(units.map((unit) => [unit.id, unit.versions.at(-1)!.facts.name]))
    return shownOf(people, ids).map((person) => ({
      who: `${person.jobTitle}, ${person.fullName}`,
      unit: nameOf.get(person.unitId)!,
      username: person.username,
      password: DEMO_PASSWORD,
    }))
  })
}

/** The people held their roles before last year's plans. */
const SINCE = '2024-01-01'

/** The Ministry, one Department, one commune, and a school of each kind. */
function shownOf(people: readonly DemoPerson[], ids: ReadonlyMap<string, string>): DemoPerson[] {
  const places = ['bo', 'so.songmay', 'hoasua', ...SHOWN_SCHOOLS].map((key) => ids.get(key)!)
  return places.flatMap((unitId, at) => {
    const here = people.filter((person) => person.unitId === unitId)
    // All seats of the bodies above and of one school; of the others the two who begin.
    return at < 3 || unitId === ids.get('thptsongmay') ? here : here.slice(0, 2)
  })
}
