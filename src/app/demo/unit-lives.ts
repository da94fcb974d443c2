import type { SuccessionKind, UnitFacts } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import { areaKey } from './areas.ts'
import { COMMUNES, FOUNDED, MINISTRY, PROVINCES, REFORM, SCHOOL_MERGER, SCHOOLS, type School } from './units.ts'

/** What a unit was for a time; superiors and area are named by their keys. */
export interface LifeStage extends Omit<UnitFacts, 'areaId' | 'administrativeParentId' | 'professionalParentId'> {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly administrative: string | null
  readonly professional: string | null
  readonly area: string | null
}

export interface UnitLife {
  readonly key: string
  readonly provinceId: string
  readonly code: string | null
  readonly stages: readonly LifeStage[]
}

export interface DemoStep {
  readonly from: string
  /** Null when nobody carries on. */
  readonly to: string | null
  readonly onDay: PlainDate
  readonly kind: SuccessionKind
  readonly decision: string
}

/** The units of the demo from their foundation on, with the reorganisation of 2025 between. */
export interface DemoTree {
  readonly units: readonly UnitLife[]
  readonly steps: readonly DemoStep[]
}

const REFORM_DECISION = 'Sắp xếp đơn vị hành chính, chính quyền địa phương hai cấp từ 01/7/2025 (dữ liệu mẫu)'
const MERGER_DECISION = 'Quyết định số 118/QĐ-UBND ngày 01/8/2025 của UBND phường Bờ Lụa (dữ liệu mẫu)'

const body = { schoolLevels: [], form: null, ownership: null } as const

/** Draws the lists of `units.ts` out in time. */
export function demoTree(): DemoTree {
  const parts = [ministry(), ...PROVINCES.map(departmentWithDistricts), ...COMMUNES.map(communeWithOldOnes), ...SCHOOLS.map(schoolWithOldOnes)]
  return { units: parts.flatMap((part) => part.units), steps: parts.flatMap((part) => part.steps) }
}

function ministry(): DemoTree {
  const { key, name, symbol, place } = MINISTRY
  return { units: [{ key, provinceId: '00', code: null, stages: [{ ...body, name, symbol, place, level: 'ministry', administrative: null, professional: null, area: null, from: FOUNDED, until: null }] }], steps: [] }
}

function departmentWithDistricts({ key, code, name, place, districts }: (typeof PROVINCES)[number]): DemoTree {
  const department: UnitLife = {
    key,
    provinceId: code,
    code: null,
    stages: [{ ...body, name, place, symbol: 'SGDĐT', level: 'department', administrative: null, professional: MINISTRY.key, area: areaKey(key), from: FOUNDED, until: null }],
  }
  const offices = districts.map((district): UnitLife => ({
    key: district.key,
    provinceId: code,
    code: null,
    stages: [{ ...body, name: district.name, place: district.place, symbol: 'PGDĐT', level: 'district_office', administrative: null, professional: key, area: areaKey(district.key), from: FOUNDED, until: REFORM }],
  }))
  return { units: [department, ...offices], steps: offices.map((office) => ({ from: office.key, to: null, onDay: REFORM, kind: 'abolish', decision: REFORM_DECISION })) }
}

function communeWithOldOnes({ key, name, department, district, formedOf }: (typeof COMMUNES)[number]): DemoTree {
  const provinceId = provinceOf(department)
  const stage = (called: string) => ({ ...body, name: `UBND ${called}`, place: placeIn(called), symbol: 'UBND', level: 'commune', administrative: null }) as const
  const today: LifeStage = { ...stage(name), professional: department, area: areaKey(key), from: REFORM, until: null }
  const before = (called: string, unitKey: string): LifeStage => ({ ...stage(called), professional: district, area: areaKey(unitKey), from: FOUNDED, until: REFORM })
  if (formedOf.length === 0) {
    return {
      units: [{ key, provinceId, code: null, stages: [before(name, key), today] }],
      steps: [{ from: key, to: key, onDay: REFORM, kind: 'reparent', decision: REFORM_DECISION }],
    }
  }
  const old = formedOf.map((called, order): UnitLife => {
    const oldKey = `${key}.${order + 1}`
    return { key: oldKey, provinceId, code: null, stages: [before(called, oldKey)] }
  })
  return {
    units: [{ key, provinceId, code: null, stages: [today] }, ...old],
    steps: old.map((unit) => ({ from: unit.key, to: key, onDay: REFORM, kind: 'merge', decision: REFORM_DECISION })),
  }
}

function schoolWithOldOnes(school: School, order: number): DemoTree {
  const { key, name, formerName = name, mergedOf } = school
  const commune = COMMUNES.find((candidate) => candidate.key === school.commune)!
  const provinceId = provinceOf(commune.department)
  const code = `${provinceId}${String(order + 1).padStart(6, '0')}`
  const { before, after } = schoolStages(school, commune)
  if (before.professional === after.professional) return { units: [{ key, provinceId, code, stages: [before, after] }], steps: [] }
  if (!mergedOf) return { units: [{ key, provinceId, code, stages: [before, after] }], steps: reformSteps(key, formerName !== name) }

  const old = mergedOf.map((called, part): UnitLife => ({
    key: `${key}.${part + 1}`,
    provinceId,
    code: `${code}${part + 1}`,
    stages: [{ ...before, ...called }, { ...after, ...called, until: SCHOOL_MERGER }],
  }))
  return {
    units: [{ key, provinceId, code, stages: [{ ...after, from: SCHOOL_MERGER }] }, ...old],
    steps: old.flatMap((unit) => [...reformSteps(unit.key, false), { from: unit.key, to: key, onDay: SCHOOL_MERGER, kind: 'merge' as const, decision: MERGER_DECISION }]),
  }
}

/** A school until the reform and since. */
function schoolStages({ name, formerName = name, symbol, levels, form, ownership }: School, commune: (typeof COMMUNES)[number]): { before: LifeStage; after: LifeStage } {
  const { department, district } = commune
  const province = PROVINCES.find((candidate) => candidate.key === department)!
  const facts = { level: 'school', name, schoolLevels: levels, form, ownership, symbol, professional: department } as const
  // Of the communes that became one, the first was the one in which it lay.
  const formerArea = areaKey(commune.formedOf.length === 0 ? commune.key : `${commune.key}.1`)
  const past = { from: FOUNDED, until: REFORM, area: formerArea }
  const present = { from: REFORM, until: null, area: areaKey(commune.key) }
  // Schools that teach upper secondary, and centres of continuing education, belong to the Department.
  if (levels.includes('upper_secondary') || form === 'continuing') {
    const departments = { ...facts, administrative: department, place: province.place }
    return { before: { ...departments, ...past }, after: { ...departments, ...present } }
  }
  const districtPlace = province.districts.find((candidate) => candidate.key === district)!.place
  return {
    before: { ...facts, ...past, name: formerName, administrative: district, professional: district, place: districtPlace },
    after: { ...facts, ...present, administrative: commune.key, place: placeIn(commune.name) },
  }
}

/** From the district office to the commune and the Department. */
function reformSteps(key: string, isRenamed: boolean): DemoStep[] {
  const step = { from: key, to: key, onDay: REFORM, decision: REFORM_DECISION } as const
  return [...(isRenamed ? [{ ...step, kind: 'rename' as const }] : []), { ...step, kind: 'reparent' }]
}

function provinceOf(department: string): string {
  return PROVINCES.find((province) => province.key === department)!.code
}

/** “phường Thạch Mơ” writes “Thạch Mơ” before the date. */
function placeIn(communeName: string): string {
  return communeName.replace(/^(?:phường|xã|thị trấn) /, '')
}
