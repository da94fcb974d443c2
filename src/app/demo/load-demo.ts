import { hasUnits } from '#core/access/first-unit-store.ts'
import { asSystem } from '#core/access/operation.ts'
import { hashPassword } from '#core/access/password.ts'
import { writeAudit } from '#core/audit/store.ts'
import type { Services } from '#core/services.ts'
import { lockTree } from '#core/units/tree-store.ts'
import type { UnitTables } from '#core/units/tables.ts'
import { Refusal } from '#platform/cli/command.ts'
import { untyped } from '#platform/db/connect.ts'
import { accountsToTry, DEMO_PASSWORD, type DemoAccount } from './accounts.ts'
import { makeActivities } from './activities.ts'
import { demoAreas } from './areas.ts'
import { castOf } from './cast.ts'
import { makeFigures } from './figures.ts'
import { demoPeople } from './people.ts'
import { makePlans } from './plans.ts'
import { makeRegisters } from './registers.ts'
import { makeRounds } from './rounds.ts'
import { insertAreas, insertPeople, insertTree, ministryIsCalled } from './store.ts'
import { demoTree } from './unit-lives.ts'
import { FOUNDED, MINISTRY } from './units.ts'
import { makeWork } from './work.ts'

const REFUSED =
  'Cơ sở dữ liệu đã có đơn vị nên không nạp dữ liệu mẫu. Hãy dùng một thư mục dữ liệu trống, ví dụ: SONGHANH_DATA=./data-mau npx songhanh demo'

/** What loading needs of the opened program. */
export interface DemoGround {
  readonly services: Services
}

/**
 * Fills an empty database with two invented provinces: units with their reorganisation, people, plans; all of it or
 * nothing. Printing and delivery of what was issued stay in the queue for the running program.
 *
 * @returns the accounts to try first, in the order of the story
 * @throws Refusal when there are units already
 */
export async function loadDemo({ services }: DemoGround): Promise<readonly DemoAccount[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return services.systemRequest().db.transaction().execute((tx) =>
    // Operations join the transaction that their request brings along.
    loadInto({ ...services, systemRequest: () => ({ ...services.systemRequest(), db: tx }) }, passwordHash),
  )
}

async function loadInto(services: Services, passwordHash: string): Promise<readonly DemoAccount[]> {
  const request = services.systemRequest()
  const { newId, now: at } = request
  const tree = demoTree()
  const people = demoPeople(newId)
  const areas = demoAreas()
  const ids = new Map([...tree.units, ...areas.areas].map(({ key }) => [key, newId()]))
  const idOf = (key: string): string => {
    const id = ids.get(key)
    if (!id) throw new Error(`the demo names ${key}, which it does not have`)
    return id
  }
  await asSystem<UnitTables, void>(request, async (typed) => {
    const tx = untyped(typed)
    await lockTree(typed)
    if (await hasUnits(tx)) throw new Refusal(REFUSED)
    await insertAreas(typed, areas, idOf)
    await insertTree(tx, tree, idOf)
    await insertPeople(tx, people, { idOf, newId, passwordHash, at, since: FOUNDED })
    for (const { key } of tree.units) {
      const count = people.filter((person) => person.unitKey === key).length
      await writeAudit(tx, { unitId: idOf(key), accountId: null, at, action: 'demo.load', entity: idOf(key), after: { people: count } })
    }
  })
  const cast = castOf(people, idOf, request)
  await makePlans(services, cast)
  await makeWork(cast)
  await makeRegisters(cast)
  await makeActivities(services, cast)
  await makeFigures(cast)
  await makeRounds(cast)
  return accountsToTry(people, (key) => tree.units.find((unit) => unit.key === key)!.stages.at(-1)!.name)
}

/** Whether the database holds nothing yet, the demo, or units of somebody's own. */
export function contentOf({ services }: DemoGround): Promise<'empty' | 'demo' | 'own'> {
  return asSystem<unknown, 'empty' | 'demo' | 'own'>(services.systemRequest(), async (tx) => {
    if (!(await hasUnits(tx))) return 'empty'
    return (await ministryIsCalled(tx, MINISTRY.name)) ? 'demo' : 'own'
  })
}
