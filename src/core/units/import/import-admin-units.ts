import { createHash } from 'node:crypto'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { linkAreas, type OldArea } from '../model/area-links.ts'
import { FIRST_DAY_WITHOUT_DISTRICTS } from '../model/placement.ts'
import type { UnitTables } from '../tables.ts'
import { storeAreas, storeAreaSuccessions, type AreaToStore, type AreaVersionToStore } from './area-import-store.ts'
import { readReferenceFiles, REFERENCE_FOLDER, type ReferenceFiles } from './reference-files.ts'

const SOURCE = 'github.com/thanglequoc/vietnamese-provinces-database (MIT), theo Cục Thống kê'
const REFORM = FIRST_DAY_WITHOUT_DISTRICTS
const WARDS_OF_DONG_NAI = '2026-04-30'

/** What the import of the administrative units found. */
export interface AdminUnitsOutcome {
  readonly before: { readonly provinces: number; readonly districts: number; readonly communes: number }
  readonly after: { readonly provinces: number; readonly communes: number }
  readonly links: { readonly whole: number; readonly rest: number; readonly part: number }
  /** 0–1: old communes of which it is known where they went. */
  readonly shareLinked: number
  /** The rest of them: `Thị trấn Thanh An, Huyện Vĩnh Thạnh, Thành phố Cần Thơ (31231)`. */
  readonly unlinked: readonly string[]
  /** What the official texts name and the lists have not. */
  readonly unknown: readonly string[]
}

/**
 * Loads the real administrative units: the ones until 30/6/2025, the ones since 1/7/2025, and who came from whom. Run
 * again it stores the same: ids are made of list, level and code.
 *
 * @param folder  with the files of `reference/`, which ship with the product
 * @throws AppError `invalid` for a file that is missing or has other columns
 * @source reference/README.md
 */
export async function importAdminUnits(request: Pick<Request, 'db' | 'now'>, folder: string = REFERENCE_FOLDER): Promise<AdminUnitsOutcome> {
  const files = await readReferenceFiles(folder)
  const { links, unlinked, unknown } = linkAreas(files.old, files.formed)
  const { areas, versions } = areasOf(files)
  const levelOf = new Map(files.now.map((area) => [area.code, area.parentCode ? 'commune' : 'province'] as const))
  const successions = links.map(({ from, toCode, share }) => ({
    from_id: areaId('old', from.level, from.code),
    to_id: areaId('new', levelOf.get(toCode)!, toCode),
    on_day: REFORM,
    share,
    source: SOURCE,
  }))
  await asSystem<UnitTables, void>(request, async (tx) => {
    await storeAreas(tx, areas, versions)
    await storeAreaSuccessions(tx, REFORM, successions)
  })

  const ofCommunes = links.filter((link) => link.from.level === 'commune')
  const count = (level: OldArea['level']) => files.old.filter((area) => area.level === level).length
  const byShare = (share: string) => ofCommunes.filter((link) => link.share === share).length
  const provinces = files.now.filter((area) => area.parentCode === null).length
  return {
    before: { provinces: count('province'), districts: count('district'), communes: count('commune') },
    after: { provinces, communes: files.now.length - provinces },
    links: { whole: byShare('whole'), rest: byShare('rest'), part: byShare('part') },
    shareLinked: 1 - unlinked.length / count('commune'),
    unlinked: unlinked.map((area) => placeOf(files.old, area)),
    unknown: unknown.map(({ toCode, name }) => `${name} → ${files.now.find((area) => area.code === toCode)?.fullName ?? toCode}`),
  }
}

function areasOf({ old, now, before }: ReferenceFiles): { areas: AreaToStore[]; versions: AreaVersionToStore[] } {
  const oldParent = { province: null, district: 'province', commune: 'district' } as const
  const stood = old.map((area): [AreaToStore, AreaVersionToStore[]] => {
    const { code, level, type, name, fullName, parentCode } = area
    const above = oldParent[level]
    const id = areaId('old', level, code)
    const parent_id = above && parentCode ? areaId('old', above, parentCode) : null
    return [{ id, code, level }, [{ area_id: id, valid: `(,${REFORM})`, name, full_name: fullName, kind: type, parent_id, source: SOURCE }]]
  })
  const stand = now.map(({ code, type, name, fullName, parentCode }): [AreaToStore, AreaVersionToStore[]] => {
    const level = parentCode ? 'commune' : 'province'
    const id = areaId('new', level, code)
    const common = { area_id: id, name, parent_id: parentCode ? areaId('new', 'province', parentCode) : null, source: SOURCE }
    const current = { ...common, full_name: fullName, kind: type }
    const earlier = before.get(code)
    if (!earlier) return [{ id, code, level }, [{ ...current, valid: `[${REFORM},)` }]]
    return [
      { id, code, level },
      [
        { ...common, full_name: earlier.fullName, kind: earlier.type, valid: `[${REFORM},${WARDS_OF_DONG_NAI})` },
        { ...current, valid: `[${WARDS_OF_DONG_NAI},)` },
      ],
    ]
  })
  const all = [...stood, ...stand]
  return { areas: all.map(([area]) => area), versions: all.flatMap(([, versions]) => versions) }
}

/** The same for the same area in every database: a UUID of version 8 over its list, level and code, which is re-used. */
function areaId(list: 'old' | 'new', level: OldArea['level'], code: string): string {
  const hex = createHash('sha256').update(`songhanh:area:${list}:${level}:${code}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function placeOf(old: readonly OldArea[], area: OldArea): string {
  const district = old.find((other) => other.level === 'district' && other.code === area.parentCode)
  const province = old.find((other) => other.level === 'province' && other.code === district?.parentCode)
  return `${[area, district, province].flatMap((place) => place?.fullName ?? []).join(', ')} (${area.code})`
}
