import { readFormedFrom, type Mention, type Share } from './formed-from.ts'
import { groupBy } from './group-by.ts'
import { editDistance, looseKey, nameKey } from './name-key.ts'

export interface OldArea {
  readonly code: string
  readonly level: 'province' | 'district' | 'commune'
  readonly type: string
  readonly name: string
  readonly fullName: string
  readonly parentCode: string | null
}

/** A unit of the reform with the text that says of what it was formed. */
export interface FormedArea {
  readonly code: string
  readonly fullName: string
  /** Code of its new province; null for a province. */
  readonly parentCode: string | null
  readonly formedFrom: string
}

export interface AreaLink {
  readonly from: OldArea
  readonly toCode: string
  readonly share: Share
}

export interface AreaLinks {
  readonly links: readonly AreaLink[]
  /** Old communes that no text names, or not plainly enough. */
  readonly unlinked: readonly OldArea[]
  /** What the texts name and no list has: hamlets, a firing range. */
  readonly unknown: readonly { readonly toCode: string; readonly name: string }[]
}

/** A mention with the old units that it may mean. */
interface Question {
  readonly to: FormedArea
  readonly mention: Mention
  /** Old provinces that make up the new one. */
  readonly within: readonly string[]
  candidates: readonly OldArea[]
}

/**
 * Who came from whom: finds the old units that the official texts name.
 *
 * A name is looked up among the old communes of the provinces that make up the new one; where several bear it, the
 * district in brackets decides, else the district of the plain mentions beside it, else that the others have gone
 * elsewhere as a whole. What no list has letter by letter is then looked for among the communes that are left over.
 */
export function linkAreas(old: readonly OldArea[], formed: readonly FormedArea[]): AreaLinks {
  const book = bookOf(old)
  const provinces = linkProvinces(book, formed)
  const questions = formed.filter((area) => area.parentCode !== null).flatMap((area) => questionsOf(book, area, provinces))
  settleByNeighbours(questions)
  settleByElimination(questions)
  settleByLikeness(book, questions)
  const links = settleShares([...provinces.links, ...questions.flatMap((question) => linksOf(book, question))])
  const linked = new Set(links.map((link) => link.from))
  return {
    links,
    unlinked: old.filter((area) => area.level === 'commune' && !linked.has(area)),
    unknown: questions.filter((question) => question.candidates.length !== 1).map(({ to, mention }) => ({ toCode: to.code, name: mention.name })),
  }
}

interface Book {
  readonly byCode: ReadonlyMap<string, OldArea>
  readonly provinceOf: (area: OldArea) => string
  readonly byName: ReadonlyMap<string, readonly OldArea[]>
  readonly communesOf: ReadonlyMap<string, readonly OldArea[]>
  readonly districts: ReadonlyMap<string, OldArea>
  readonly provinces: readonly OldArea[]
  readonly communes: readonly OldArea[]
}

function bookOf(old: readonly OldArea[]): Book {
  const key = (area: OldArea) => `${area.level}:${area.code}`
  const all = new Map(old.map((area) => [key(area), area]))
  const provinceOf = (area: OldArea): string => {
    if (area.level === 'province') return area.code
    return area.level === 'district' ? area.parentCode! : (all.get(`district:${area.parentCode}`)?.parentCode ?? '')
  }
  return {
    byCode: new Map(old.filter((area) => area.level === 'commune').map((area) => [area.code, area])),
    provinceOf,
    byName: groupBy(old, (area) => (area.level === 'province' ? [] : [`${provinceOf(area)} ${nameKey(area.name)}`])),
    communesOf: groupBy(old, (area) => (area.level === 'commune' ? [area.parentCode!] : [])),
    districts: new Map(old.filter((area) => area.level === 'district').map((area) => [area.code, area])),
    provinces: old.filter((area) => area.level === 'province'),
    communes: old.filter((area) => area.level === 'commune'),
  }
}

/** The old provinces by the code of the new one. */
interface Provinces {
  readonly links: readonly AreaLink[]
  readonly of: ReadonlyMap<string, readonly AreaLink[]>
}

function linkProvinces(book: Book, formed: readonly FormedArea[]): Provinces {
  const links = formed
    .filter((area) => area.parentCode === null)
    .flatMap((area): AreaLink[] => {
      const mentions = readFormedFrom(area.formedFrom)
      if (!mentions) return book.provinces.filter((old) => old.code === area.code).map((from) => ({ from, toCode: area.code, share: 'whole' }))
      return mentions.flatMap((mention) => book.provinces.filter((old) => nameKey(old.name) === nameKey(mention.name)).map((from) => ({ from, toCode: area.code, share: 'whole' as const })))
    })
  return { links, of: groupBy(links, (link) => [link.toCode]) }
}

function questionsOf(book: Book, to: FormedArea, provinces: Provinces): Question[] {
  const within = (provinces.of.get(to.parentCode!) ?? []).map((link) => link.from.code)
  const mentions = readFormedFrom(to.formedFrom)
  const [type, name] = splitFullName(to.fullName)
  // What was kept kept its code as well, all but one.
  const kept = mentions ? undefined : book.byCode.get(to.code)
  if (kept && looseKey(kept.name) === looseKey(name)) return [{ to, mention: { type, name, district: null, share: 'whole' }, within, candidates: [kept] }]
  const asked: readonly Mention[] = mentions ?? [{ type, name, district: null, share: 'whole' }]
  return asked.map((mention) => ({ to, mention, within, candidates: candidatesOf(book, mention, within) }))
}

function splitFullName(fullName: string): [Mention['type'], string] {
  const found = /^(phường|xã|thị trấn|đặc khu) (.+)$/i.exec(fullName)
  const type = found?.[1]?.toLowerCase()
  return [type === 'phường' || type === 'xã' || type === 'thị trấn' ? type : null, found?.[2] ?? fullName]
}

function candidatesOf(book: Book, mention: Mention, provinces: readonly string[]): readonly OldArea[] {
  const named = provinces.flatMap((province) => book.byName.get(`${province} ${nameKey(mention.name)}`) ?? [])
  const level = mention.type === 'huyện' ? 'district' : 'commune'
  const fitting = named.filter((area) => area.level === level)
  const inDistrict = fitting.filter((area) => isInDistrict(book, area, mention))
  return mention.district ? ofTypeFirst(inDistrict, mention) : inDistrict
}

/** The areas of the type that the text names, if there are any: the texts err in the type now and then. */
function ofTypeFirst(areas: readonly OldArea[], { type }: Mention): readonly OldArea[] {
  const fitting = areas.filter((area) => type === null || area.type.toLowerCase() === type)
  return fitting.length > 0 ? fitting : areas
}

/** Whether the commune lies in the district, or the province, that the text names behind it; true when it names none. */
function isInDistrict(book: Book, area: OldArea, { district }: Mention): boolean {
  if (!district) return true
  const parent = book.districts.get(area.parentCode ?? '')
  const names = [parent?.name ?? '', book.provinces.find((province) => province.code === parent?.parentCode)?.name ?? ''].map(looseKey)
  return district.split(',').every((place) => names.includes(looseKey(place.trim().replace(/^(?:huyện|quận|thị xã|thành phố|tp\.?|tỉnh) /i, ''))))
}

/** Units that form one new unit mostly lay in one district; within it, and where it tells nothing, the type decides. */
function settleByNeighbours(questions: readonly Question[]): void {
  for (const beside of groupBy(questions, (question) => [question.to]).values()) {
    const districts = beside.filter((question) => question.candidates.length === 1).map((question) => question.candidates[0]!.parentCode)
    for (const question of beside.filter(({ candidates }) => candidates.length > 1)) {
      const counts = question.candidates.map((area) => districts.filter((district) => district === area.parentCode).length)
      const most = Math.max(...counts)
      const near = question.candidates.filter((_, at) => counts[at] === most)
      const best = ofTypeFirst(most > 0 ? near : question.candidates, question.mention)
      if (best.length === 1) question.candidates = best
    }
  }
}

/** What went elsewhere as a whole is not meant here; to be told again as long as it settles one. */
function settleByElimination(questions: readonly Question[]): void {
  for (let settled = true; settled; ) {
    settled = false
    const gone = new Set(questions.filter((question) => question.candidates.length === 1 && question.mention.share === 'whole').map((question) => question.candidates[0]!))
    for (const question of questions.filter(({ candidates }) => candidates.length > 1)) {
      const left = question.candidates.filter((area) => !gone.has(area))
      if (left.length !== 1) continue
      question.candidates = left
      settled = true
    }
    settleByNeighbours(questions)
  }
}

/** Letters by which two spellings of one name may differ. */
const MOST_LETTERS = 2

/** The two lists spell names of minority languages differently: the likest of what nobody has named yet is meant, if it is like enough. */
function settleByLikeness(book: Book, questions: readonly Question[]): void {
  const named = new Set(questions.filter((question) => question.candidates.length === 1).map((question) => question.candidates[0]!))
  const open = questions.filter((question) => question.candidates.length !== 1)
  for (const most of [0, 1, MOST_LETTERS]) {
    for (const question of open.filter(({ candidates }) => candidates.length !== 1)) {
      const beside = new Set(questions.filter((other) => other.to === question.to && other.candidates.length === 1).map((other) => other.candidates[0]!.parentCode))
      const free = book.communes.filter((area) => (most === 0 || !named.has(area)) && question.within.includes(book.provinceOf(area)) && isInDistrict(book, area, question.mention))
      const alike = free.filter((area) => unlikeness(question.mention, area) <= most)
      const near = alike.filter((area) => beside.has(area.parentCode))
      const sameCode = most === MOST_LETTERS ? free.filter((area) => area.code === question.to.code) : []
      const found = [near, alike, sameCode].find((areas) => areas.length === 1)
      if (!found) continue
      question.candidates = found
      named.add(found[0]!)
    }
  }
}

function unlikeness({ type, name }: Mention, area: OldArea): number {
  const key = looseKey(area.name)
  const distances = [looseKey(name), looseKey(`${type ?? ''} ${name}`)].map((wanted) => editDistance(wanted, key))
  // Two letters of three are no likeness.
  return Math.min(...distances) * (key.length < 5 ? 2 : 1)
}

function linksOf(book: Book, { to, mention, candidates }: Question): AreaLink[] {
  const [from] = candidates
  if (!from || candidates.length > 1) return []
  const communes = from.level === 'district' ? (book.communesOf.get(from.code) ?? []) : []
  return [from, ...communes].map((area) => ({ from: area, toCode: to.code, share: mention.share }))
}

/**
 * Settles the shares of units that several texts name. The texts often leave “một phần” out: nothing can have gone to
 * two units as a whole. Beside a rest, what is called whole is a part; beside parts alone, the one whole is the rest.
 */
function settleShares(links: readonly AreaLink[]): AreaLink[] {
  return [...groupBy(links, (link) => [link.from]).values()].flatMap((ofOne) => {
    const byTarget = [...groupBy(ofOne, (link) => [link.toCode]).values()].map((same) => same.find((link) => link.share !== 'whole') ?? same[0]!)
    if (byTarget.length === 1) return byTarget
    const wholes = byTarget.filter((link) => link.share === 'whole')
    const isRest = wholes.length === 1 && byTarget.every((link) => link.share !== 'rest')
    return byTarget.map((link) => (link.share === 'whole' ? { ...link, share: isRest ? ('rest' as const) : ('part' as const) } : link))
  })
}
