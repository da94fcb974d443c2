import type { UnitFacts } from '#core/units/model/unit.ts'
import { COMMUNES, DEPARTMENTS, DISTRICTS, MINISTRY, SCHOOLS, type Commune, type School } from './places.ts'
import type { StepToStore, UnitToStore } from './demo-store.ts'

/** The units of the demo province, in time. */
export interface DemoUnits {
  readonly units: readonly UnitToStore[]
  readonly steps: readonly StepToStore[]
  /** Units of today by key: `bo`, `so.songmay`, `hoasua`, `thpthoasua`. */
  readonly ids: ReadonlyMap<string, string>
}

const FOUNDED = '2010-01-01'
/** First day of the local government in two tiers. */
const REFORM = '2025-07-01'
const DECISION = 'Sắp xếp đơn vị hành chính và chính quyền địa phương hai cấp từ ngày 01/7/2025'

const NOTHING = { schoolLevels: [], form: null, ownership: null, symbol: null, place: null, areaId: null, administrativeParentId: null, professionalParentId: null } satisfies Partial<UnitFacts>

/**
 * A Ministry, two Departments, twelve communes and forty schools of all kinds as they stand today, and what was before
 * 1/7/2025: three district offices, the communes that were merged, two schools that became one.
 */
export function demoUnits(newId: () => string): DemoUnits {
  const units: UnitToStore[] = []
  const steps: StepToStore[] = []
  const ids = new Map<string, string>()
  const idOf = (key: string) => ids.get(key)!
  /** A unit of today, known by its key, or with `until` one that has closed. */
  const add = (key: string | null, provinceId: string, versions: UnitToStore['versions'], until: string | null = null): string => {
    const id = newId()
    units.push({ id, provinceId, closedOn: until, versions })
    if (key) ids.set(key, id)
    return id
  }
  const step = (fromId: string, toId: string | null, kind: StepToStore['kind']) => steps.push({ fromId, toId, onDay: REFORM, kind, decision: DECISION })

  add(MINISTRY.key, '00', [{ from: FOUNDED, until: null, facts: { ...NOTHING, level: 'ministry', name: MINISTRY.name, symbol: MINISTRY.symbol, place: MINISTRY.place } }])
  for (const { key, name, symbol, place, provinceId } of DEPARTMENTS) {
    add(`so.${key}`, provinceId, [{ from: FOUNDED, until: null, facts: { ...NOTHING, level: 'department', name, symbol, place, professionalParentId: idOf(MINISTRY.key) } }])
  }
  for (const { key, name, place, department } of DISTRICTS) {
    const facts: UnitFacts = { ...NOTHING, level: 'district_office', name, symbol: 'PGDĐT', place, professionalParentId: idOf(`so.${department}`) }
    step(add(`phong.${key}`, provinceOf(department), [{ from: FOUNDED, until: REFORM, facts }], REFORM), null, 'abolish')
  }
  for (const commune of COMMUNES) addCommune(commune)
  for (const school of SCHOOLS) addSchool(school)
  return { units, steps, ids }

  function addCommune({ key, kind, place, district, formedOf }: Commune): void {
    const department = departmentOf(district)
    const body = (name: string, parent: string): UnitFacts => ({ ...NOTHING, level: 'commune', name: `Ủy ban nhân dân ${name}`, symbol: 'UBND', place: name.replace(/^(?:phường|xã|thị trấn) /, ''), professionalParentId: parent })
    const today = { from: formedOf.length > 0 ? REFORM : FOUNDED, until: null, facts: body(`${kind} ${place}`, idOf(`so.${department}`)) }
    if (formedOf.length === 0) {
      const before = { from: FOUNDED, until: REFORM, facts: body(`${kind} ${place}`, idOf(`phong.${district}`)) }
      const id = add(key, provinceOf(department), [before, { ...today, from: REFORM }])
      step(id, id, 'reparent')
      return
    }
    const id = add(key, provinceOf(department), [today])
    for (const name of formedOf) step(add(null, provinceOf(department), [{ from: FOUNDED, until: REFORM, facts: body(name, idOf(`phong.${district}`)) }], REFORM), id, 'merge')
  }

  function addSchool(school: School): void {
    const commune = COMMUNES.find((each) => each.key === school.commune)
    const department = commune ? departmentOf(commune.district) : school.department!
    const facts = (name: string, administrativeParentId: string | null, professionalParentId: string): UnitFacts => ({
      name,
      level: 'school',
      schoolLevels: school.levels,
      form: school.form ?? 'ordinary',
      ownership: school.ownership ?? 'public',
      symbol: school.symbol,
      place: commune?.place ?? school.place ?? null,
      areaId: null,
      administrativeParentId,
      professionalParentId,
    })
    const office = idOf(`so.${department}`)
    if (!commune) {
      add(school.key, provinceOf(department), [{ from: FOUNDED, until: null, facts: facts(school.name, null, office) }])
      return
    }
    // Until 30/6/2025 the district office managed the school and directed its work.
    const district = idOf(`phong.${commune.district}`)
    const today = { from: REFORM, until: null, facts: facts(school.name, idOf(commune.key), office) }
    if (!school.formedOf) {
      const id = add(school.key, provinceOf(department), [{ from: FOUNDED, until: REFORM, facts: facts(school.name, district, district) }, today])
      step(id, id, 'reparent')
      return
    }
    const id = add(school.key, provinceOf(department), [today])
    for (const name of school.formedOf) step(add(null, provinceOf(department), [{ from: FOUNDED, until: REFORM, facts: facts(name, district, district) }], REFORM), id, 'merge')
  }
}

function departmentOf(district: Commune['district']): (typeof DEPARTMENTS)[number]['key'] {
  return DISTRICTS.find((each) => each.key === district)!.department
}

function provinceOf(department: (typeof DEPARTMENTS)[number]['key']): string {
  return DEPARTMENTS.find((each) => each.key === department)!.provinceId
}
