import type { UnitKind } from './roles.ts'
import { fold } from './wording.ts'

/** Whom a duty in a superior's plan is laid on, seen from its subordinates. */
export type Addressee = 'units' | 'superior' | 'others'

/** Words that name kinds of unit, folded. */
const NAMED_KINDS: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/\b(mam non|mau giao|nha tre)\b/, ['kindergarten']],
  [/\btieu hoc\b/, ['primary', 'multi_level']],
  [/\b(thcs|trung hoc co so)\b/, ['lower_secondary', 'multi_level', 'boarding']],
  [/\b(thpt|trung hoc pho thong)\b/, ['upper_secondary', 'multi_level', 'boarding']],
  [/\b(gdtx|giao duc thuong xuyen|gdnn|giao duc nghe nghiep)\b/, ['continuing']],
  [/\b(noi tru|ban tru)\b/, ['boarding']],
  [/\b(nhieu cap hoc|lien cap)\b/, ['multi_level']],
  [/\bdon vi truc thuoc\b/, ['upper_secondary', 'multi_level', 'boarding', 'continuing']],
  [/\b(ubnd|uy ban nhan dan) (cac |cap )?(xa|phuong|dac khu)|\bphong (van hoa|vh)\b|\bcap xa\b/, ['commune']],
  [/(?<!co )\bso (giao duc|gd)|\bgiam doc (cac )?so\b/, ['department']],
]

const ALL_UNITS = /\b(cac don vi|cac truong|nha truong|cac nha truong|co so giao duc|thu truong (cac )?don vi|hieu truong|ban giam hieu|truong hoc)\b/

/** Offices and members of the superior itself. */
const OF_THE_SUPERIOR =
  /^(van phong so|(cac )?phong\b|(cac )?thanh vien|(cac )?uy vien|thuong truc|truong ban|pho truong ban|lanh dao so|cong doan (nganh|giao duc)|ban chi dao|to thu ky|ban vi su tien bo (cua )?phu nu nganh|(cac )?vu\b|(cac )?cuc\b|thanh tra so)/

/**
 * Who a party is: the subordinate units, the superior itself, or bodies outside.
 *
 * @param kind  when given, `units` only if a unit of this kind is meant
 */
export function addresseeOf(party: string, kind: UnitKind | null = null): Addressee {
  const folded = fold(party).replace(/^(de nghi|giao|doi voi|yeu cau) /, '')
  const named = NAMED_KINDS.filter(([pattern]) => pattern.test(folded)).flatMap(([, kinds]) => kinds)
  const isOwn = OF_THE_SUPERIOR.test(folded) && !/\bcac (truong|don vi)\b/.test(folded) && !named.includes('commune')
  if (isOwn) return 'superior'
  if (named.length > 0) return kind === null || named.includes(kind) ? 'units' : 'others'
  return ALL_UNITS.test(folded) ? 'units' : 'others'
}
