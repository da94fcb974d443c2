import { fold } from '../vietnamese.ts'
import type { Advice, Draft } from './text.ts'

type CitedBasis = Draft['cited'][number]

/** From the law down to the unit's own superior; bases of one rank may stand in any order. */
const RANKS: readonly (readonly [RegExp, string])[] = [
  [/^hien phap/, 'Hiến pháp'],
  [/^(?:luat|bo luat|phap lenh)|quoc hoi/, 'luật, nghị quyết của Quốc hội'],
  [/chinh phu|thu tuong/, 'văn bản của Chính phủ, Thủ tướng Chính phủ'],
  [/^thong tu|(?:^|\s)bo (?:truong|giao duc|noi vu|lao dong|y te|tai chinh|cong an|van hoa)/, 'văn bản của bộ'],
  [/(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|chu tich)\s+(?:uy ban nhan dan |ubnd )?(?:tinh|thanh pho|tp)/, 'văn bản của tỉnh, thành phố'],
  [/(?:^|\s)(?:so giao duc|so noi vu|so gd|giam doc so)/, 'văn bản của sở'],
  [/(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+(?:xa|phuong|dac khu)/, 'văn bản của xã, phường'],
  [/(?:^|\s)(?:truong|hieu truong|nha truong)/, 'văn bản của trường'],
]

/** Bases stand from the higher authority to the lower; each run of “Căn cứ …” is judged by itself. */
export function checkBasisOrder({ model, cited }: Draft): readonly Advice[] {
  let highest: { readonly rank: number; readonly basis: CitedBasis } | null = null
  for (const [index, clause] of model.preamble.entries()) {
    if (!/^\s*[-–]?\s*căn cứ/iu.test(clause)) {
      highest = null
      continue
    }
    const basis = cited.find(({ place, nested }) => place.part === 'preamble' && place.paragraph === index && !nested)
    const rank = basis ? rankOf(basis) : null
    if (!basis || rank === null) continue
    if (highest && rank < highest.rank) {
      const note = `Căn cứ xếp theo thẩm quyền từ cao xuống thấp: ${RANKS[rank]![1]} đứng trước ${RANKS[highest.rank]![1]}.`
      return [{ code: 'basis-order', severity: 'info', quote: basis.printed, note, place: basis.place }]
    }
    highest = { rank, basis }
  }
  return []
}

function rankOf({ type, issuer }: CitedBasis): number | null {
  const words = [fold(type), fold(issuer ?? '')]
  const found = RANKS.findIndex(([pattern]) => words.some((text) => text !== '' && pattern.test(text)))
  return found === -1 ? null : found
}
