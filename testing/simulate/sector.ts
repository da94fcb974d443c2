import createAccount from '#core/access/operations/create-account.ts'
import type { Role } from '#core/access/model/roles.ts'
import type { Actor } from '#core/access/request.ts'
import type { SchoolLevel } from '#core/units/model/unit.ts'
import createUnit from '#core/units/operations/create-unit.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Builders } from '#testing/builders.ts'
import type { Dice } from './dice.ts'
import type { Ledger, LedgerUnit } from './ledger.ts'

/** A unit with the people who work in it: `writer` writes, `head` signs and issues. */
export interface Body extends LedgerUnit {
  readonly writer: Actor
  readonly head: Actor
}

export interface Sector {
  readonly ministry: Body
  readonly department: Body
  readonly communes: readonly Body[]
  readonly schools: readonly Body[]
}

const PLACES = ['Hoa Sữa', 'Thạch Bàn', 'Sông Mơ', 'Hiệp Hòa', 'Bình Minh', 'Ánh Dương', 'Đồng Xanh', 'Núi Biếc', 'An Lạc', 'Phú Thịnh', 'Tân Tiến', 'Long Hưng']
const KINDS: readonly { readonly name: string; readonly levels: readonly SchoolLevel[]; readonly isOfCommune: boolean }[] = [
  { name: 'Trường Mầm non', levels: ['kindergarten'], isOfCommune: true },
  { name: 'Trường Tiểu học', levels: ['primary'], isOfCommune: true },
  { name: 'Trường THCS', levels: ['lower_secondary'], isOfCommune: true },
  { name: 'Trường TH và THCS', levels: ['primary', 'lower_secondary'], isOfCommune: true },
  { name: 'Trường THPT', levels: ['upper_secondary'], isOfCommune: false },
]
const FOUNDED = '2020-01-01'
const WRITER_OF = { ministry: 'ministry_officer', department: 'department_officer', commune: 'commune_officer', school: 'committee_head' } as const satisfies Record<string, Role>

/** A Ministry, one Department, a commune to about ten schools, and schools of every kind with their people. */
export async function aDepartment(world: Builders, ledger: Ledger, dice: Dice, schools: number): Promise<Sector> {
  // Before anybody has an account there is nobody to act: the Ministry and its officer are founded.
  const ministryId = await world.unit({ level: 'ministry', name: 'Bộ Giáo dục Mẫu', provinceId: '00' })
  const minister = await world.person(ministryId, ['ministry_officer'])
  const found = async (by: Actor, unit: Omit<LedgerUnit, 'id' | 'closedOn'>): Promise<Body> => {
    const { name, level, schoolLevels, administrative, professional } = unit
    const { id } = await createUnit.run(world.as(by), {
      name, level, schoolLevels, form: level === 'school' ? 'ordinary' : null, ownership: level === 'school' ? 'public' : null, symbol: 'SM', place: 'Sông Mơ', areaId: null,
      administrativeParentId: administrative, professionalParentId: professional, from: FOUNDED, ...(level === 'department' ? { provinceId: '01' } : {}),
    })
    const body = { ...unit, id, closedOn: null, ...(await peopleOf(world, by, id, WRITER_OF[level as keyof typeof WRITER_OF])) }
    ledger.units.set(id, body)
    return body
  }
  const ministry: Body = { id: ministryId, name: 'Bộ Giáo dục Mẫu', level: 'ministry', schoolLevels: [], administrative: null, professional: null, closedOn: null, writer: minister, head: minister }
  ledger.units.set(ministryId, ministry)
  const department = await found(minister, { name: 'Sở Giáo dục và Đào tạo Sông Mơ', level: 'department', schoolLevels: [], administrative: null, professional: ministryId })
  const communes: Body[] = []
  for (let at = 0; at < Math.max(2, Math.round(schools / 10)); at++) {
    communes.push(await found(department.writer, { name: `Xã ${dice.pick(PLACES)} ${at + 1}`, level: 'commune', schoolLevels: [], administrative: null, professional: department.id }))
  }
  const all: Body[] = []
  for (let at = 0; at < schools; at++) {
    // The first two can be merged with one another: primary schools of two communes.
    const kind = at < 2 ? KINDS[1]! : dice.pick(KINDS)
    const commune = at < 2 ? communes[at]! : dice.pick(communes)
    const unit = { name: `${kind.name} ${dice.pick(PLACES)} ${at + 1}`, level: 'school' as const, schoolLevels: kind.levels, administrative: kind.isOfCommune ? commune.id : null, professional: department.id }
    all.push(await found(department.writer, unit))
  }
  return { ministry, department, communes, schools: all }
}

async function peopleOf(world: Builders, by: Actor, unitId: string, writer: Role): Promise<{ writer: Actor; head: Actor }> {
  const open = async (fullName: string, roles: readonly Role[]): Promise<Actor> => {
    const username = `n${uuidv7().replaceAll('-', '').slice(-16)}`
    const { account } = await createAccount.run(world.as(by), { unitId, person: { fullName }, username, roles: roles.map((role) => ({ role, from: FOUNDED })) })
    return { accountId: account.id, personId: account.personId, sessionId: uuidv7(), grants: roles.map((role) => ({ unitId, role, line: 'either' })) }
  }
  return { writer: await open('Người Viết Mẫu', [writer]), head: await open('Người Ký Mẫu', ['principal', 'clerk']) }
}
