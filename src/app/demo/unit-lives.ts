import type { SuccessionKind, UnitFacts } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import { COMMUNES, FOUNDED, MINISTRY, PROVINCES, REFORM, SCHOOL_MERGER, SCHOOLS, type School } from './units.ts'

/** What a unit was for a time; superiors are named by their keys. */
export interface LifeStage extends Omit<UnitFacts, 'areaId' | 'administrativeParentId' | 'professionalParentId'> {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly administrative: string | null
  readonly professional: string | null
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
  return { units: [{ key, provinceId: '00', code: null, stages: [{ ...body, name, symbol, place, level: 'ministry', administrative: null, professional: null, from: FOUNDED, until: null }] }], steps: [] }
}

function departmentWithDistricts({ key, code, name, place, districts }: (typeof PROVINCES)[number]): DemoTree {
  const department: UnitLife = {
    key,
    provinceId: code,
    code: null,
    stages: [{ ...body, name, place, symbol: 'SGDĐT', level: 'department', administrative: null, professional: MINISTRY.key, from: FOUNDED, until: null }],
  }
  const offices = districts.map((district): UnitLife => ({
    key: district.key,
    provinceId: code,
    code: null,
    stages: [{ ...body, name: district.name, place: district.place, symbol: 'PGDĐT', level: 'district_office', administrative: null, professional: key, from: FOUNDED, until: REFORM }],
  }))
  return { units: [department, ...offices], steps: offices.map((office) => ({ from: office.key, to: null, onDay: REFORM, kind: 'abolish', decision: REFORM_DECISION })) }
}

function communeWithOldOnes({ key, name, department, district, formedOf }: (typeof COMMUNES)[number]): DemoTree {
  const provinceId = provinceOf(department)
  const stage = (called: string) => ({ ...body, name: `UBND ${called}`, place: placeIn(called), symbol: 'UBND', level: 'commune', administrative: null }) as const
  const today: LifeStage = { ...stage(name), professional: department, from: REFORM, until: null }
  const before = (called: string): LifeStage => ({ ...stage(called), professional: district, from: FOUNDED, until: REFORM })
  if (formedOf.length === 0) {
    return {
      units: [{ key, provinceId, code: null, stages: [before(name), today] }],
      steps: [{ from: key, to: key, onDay: REFORM, kind: 'reparent', decision: REFORM_DECISION }],
    }
  }
  const old = formedOf.map((called, order): UnitLife => ({ key: `${key}.${order + 1}`, provinceId, code: null, stages: [before(called)] }))
  return {
    units: [{ key, provinceId, code: null, stages: [today] }, ...old],
    steps: old.map((unit) => ({ from: unit.key, to: key, onDay: REFORM, kind: 'merge', decision: REFORM_DECISION })),
  }
}

function schoolWithOldOnes(school: School, order: number): DemoTree {
  const { key, name, symbol, levels, form, ownership, formerName = name, mergedOf } = school
  const commune = COMMUNES.find((candidate) => candidate.key === school.commune)!
  const provinceId = provinceOf(commune.department)
  const code = `${provinceId}${String(order + 1).padStart(6, '0')}`
  const province = PROVINCES.find((candidate) => candidate.key === commune.department)!
  // Schools that teach upper secondary, and centres of continuing education, belong to the Department.
  const isDepartments = levels.includes('upper_secondary') || form === 'continuing'
  const facts = { level: 'school', schoolLevels: levels, form, ownership, symbol } as const
  const now: LifeStage = {
    ...facts,
    name,
    place: isDepartments ? province.place : placeIn(commune.name),
    administrative: isDepartments ? commune.department : commune.key,
    professional: commune.department,
    from: FOUNDED,
    until: null,
  }
  if (isDepartments) return { units: [{ key, provinceId, code, stages: [now] }], steps: [] }

  const districtPlace = province.districts.find((district) => district.key === commune.district)!.place
  const before = { ...now, name: formerName, place: districtPlace, administrative: commune.district, professional: commune.district, until: REFORM }
  const after = { ...now, from: REFORM }
  const steps = (from: string): DemoStep[] => [
    ...(formerName === name ? [] : [{ from, to: from, onDay: REFORM, kind: 'rename' as const, decision: REFORM_DECISION }]),
    { from, to: from, onDay: REFORM, kind: 'reparent', decision: REFORM_DECISION },
  ]
  if (!mergedOf) return { units: [{ key, provinceId, code, stages: [before, after] }], steps: steps(key) }

  const old = mergedOf.map((called, place): UnitLife => ({
    key: `${key}.${place + 1}`,
    provinceId,
    code: `${code}${place + 1}`,
    stages: [{ ...before, ...called }, { ...after, ...called, until: SCHOOL_MERGER }],
  }))
  return {
    units: [{ key, provinceId, code, stages: [{ ...now, from: SCHOOL_MERGER }] }, ...old],
    steps: old.flatMap((unit) => [...steps(unit.key), { from: unit.key, to: key, onDay: SCHOOL_MERGER, kind: 'merge' as const, decision: MERGER_DECISION }]),
  }
}

function provinceOf(department: string): string {
  return PROVINCES.find((province) => province.key === department)!.code
}

/** “phường Thạch Mơ” writes “Thạch Mơ” before the date. */
function placeIn(communeName: string): string {
  return communeName.replace(/^(?:phường|xã|thị trấn) /, '')
}
