import type { PlainDate } from '#platform/clock.ts'
import { COMMUNES, FOUNDED, PROVINCES, REFORM, type DepartmentKey } from './units.ts'

/** What an area was for a time. */
interface AreaStage {
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** “Phường Thạch Mơ” */
  readonly fullName: string
  /** “Phường” */
  readonly kind: string
  /** Key of the area that holds it. */
  readonly parent: string | null
}

export interface DemoArea {
  readonly key: string
  readonly code: string
  readonly level: 'province' | 'district' | 'commune'
  readonly stages: readonly AreaStage[]
}

export interface DemoAreas {
  readonly areas: readonly DemoArea[]
  /** All of the old one went over to the new one, on the day of the reform. */
  readonly successions: readonly { readonly from: string; readonly to: string }[]
}

/** The key of the area of a body: its province, district or commune. */
export function areaKey(unitKey: string): string {
  return `area.${unitKey}`
}

/** The invented provinces as administrative areas, before and after the reform. */
export function demoAreas(): DemoAreas {
  const provinces = PROVINCES.map(({ key, code, areaName }): DemoArea => ({ key: areaKey(key), code, level: 'province', stages: [stage(areaName, null, FOUNDED, null)] }))
  const districts = PROVINCES.flatMap(({ key, code, districts: list }) =>
    list.map((district, order): DemoArea => ({
      key: areaKey(district.key),
      code: `${code}${order + 1}`,
      level: 'district',
      stages: [stage(district.areaName, areaKey(key), FOUNDED, REFORM)],
    })),
  )
  const communes = COMMUNES.flatMap((commune, order) => communeWithOldOnes(commune, order))
  const successions = COMMUNES.flatMap(({ key, formedOf }) => formedOf.map((_, part) => ({ from: areaKey(`${key}.${part + 1}`), to: areaKey(key) })))
  return { areas: [...provinces, ...districts, ...communes], successions }
}

function communeWithOldOnes({ key, name, department, district, formedOf }: (typeof COMMUNES)[number], order: number): DemoArea[] {
  const code = `${codeOf(department)}${String(order + 1).padStart(3, '0')}`
  const now = stage(name, areaKey(department), REFORM, null)
  const before = (called: string) => stage(called, areaKey(district), FOUNDED, REFORM)
  if (formedOf.length === 0) return [{ key: areaKey(key), code, level: 'commune', stages: [before(name), now] }]
  const old = formedOf.map((called, part): DemoArea => ({ key: areaKey(`${key}.${part + 1}`), code: `${code}${part + 1}`, level: 'commune', stages: [before(called)] }))
  return [{ key: areaKey(key), code, level: 'commune', stages: [now] }, ...old]
}

function stage(called: string, parent: string | null, from: PlainDate, until: PlainDate | null): AreaStage {
  const [, kind = ''] = /^(phường|xã|thị trấn|tỉnh|thành phố|thị xã|huyện|quận) /.exec(called) ?? []
  return { fullName: upperFirst(called), kind: upperFirst(kind), parent, from, until }
}

function codeOf(department: DepartmentKey): string {
  return PROVINCES.find((province) => province.key === department)!.code
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
