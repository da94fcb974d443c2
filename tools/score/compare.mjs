// Compares a reading with the annotation of a real document (GOLD_RULES.md of the corpus, which lies outside the repository).
// What neither side holds is not scored: a null that both share earns nothing.

export const MAIN = ['header', 'citations', 'sections', 'targets', 'deadlines', 'observances', 'assignments', 'recipients', 'signer', 'findings']
/** Findings of which one reader never lists all: only recall is scored, outside the means. */
const TYPOGRAPHY = new Set([
  'spelling', 'orthography', 'punctuation', 'missing-space', 'duplicate-word', 'redundant-word', 'extra-word', 'missing-word',
  'lowercase-start', 'abbreviation-inconsistent', 'quote-style', 'label-style', 'list-style', 'heading-style', 'heading-level',
  'page-break-split', 'line-wrapped', 'ocr-garbled', 'letterhead-interleaved', 'web-furniture', 'stray-text', 'table-displaced',
])

const norm = (value) =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/[#*|_`]/g, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[;:.,]+$/, '')
    .trim()
    .toLowerCase()

const bare = (value) => norm(value).replace(/[^\p{L}\p{N}]+/gu, '')
const words = (value) => norm(value).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
export const unaccented = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
/** The same object without diacritics, which OCR gets wrong. */
const plain = (object) => JSON.parse(unaccented(JSON.stringify(object)))

function shared(left, right) {
  const pool = new Map()
  for (const word of right) pool.set(word, (pool.get(word) ?? 0) + 1)
  let count = 0
  for (const word of left) {
    const rest = pool.get(word) ?? 0
    if (rest > 0) count += 1
    pool.set(word, rest - 1)
  }
  return count
}

/** Likeness of two word lists, 0 to 1: one word of a long title is not the title. */
const dice = (a, b) => (a.length + b.length === 0 ? 1 : (2 * shared(a, b)) / (a.length + b.length))
/** Share of the gold's words that the found text holds. */
const held = (gold, found) => (gold.length === 0 ? 0 : shared(gold, found) / gold.length)
const startsWith = (long, short) => short.length > 0 && short.every((word, i) => word === long[i])

/** The same text where either side may be cut short at a word: the longer is cut to the shorter's length. */
function sameStart(gold, found, least) {
  const [g, f] = [words(gold), words(found)]
  const [short, long] = g.length <= f.length ? [g, f] : [f, g]
  if (short.length < Math.min(4, g.length)) return false
  return Math.max(dice(short, long.slice(0, short.length)), dice(short, long.slice(0, short.length + 3))) >= least
}

const samePhrase = (gold, found, least) => dice(words(gold), words(found)) >= least

const lawName = (subject) => words(subject).filter((word) => !['luật', 'luat', 'năm', 'nam'].includes(word) && !/^\d{4}$/.test(word))
/** “Luật Bầu cử” stands for the full name; “Luật” alone for none. */
function sameLaw(gold, found) {
  const [g, f] = [lawName(gold), lawName(found)]
  return Math.min(g.length, f.length) >= 2 && (startsWith(g, f) || startsWith(f, g) || dice(g, f) >= 0.8)
}

const docKey = (b) => norm(`${b.number ?? ''}/${b.symbol ?? ''}`).replace(/[\s/.-]+/g, '-')
const pairsOfLetters = (text) => [...text].slice(1).map((letter, i) => text[i] + letter)
const sameSymbol = (a, b) => dice(pairsOfLetters(bare(a)), pairsOfLetters(bare(b))) >= 0.5
function sameCitation(g, f, scan) {
  if (g.number === null && g.symbol === null) return !f.number && sameLaw(g.subject, f.subject)
  return docKey(g) === docKey(f) || (scan && bare(g.number) === bare(f.number) && sameSymbol(g.symbol, f.symbol))
}

const label = (value) => norm(value).replace(/^[\s([]+|[\s).:\]]+$/g, '')

const percent = (unit) => /^(%|phần trăm|phan tram|percent)/.test(unit)
/** “lượt” = “lượt học sinh”, “bài” = “tin, bài” = “bài viết”; “lượt” (visits) is not “người” (persons), “%” is no count. */
function sameUnit(gold, found) {
  const [g, f] = [norm(gold), norm(found)]
  if (g === f || gold === null) return true
  if (percent(g) || percent(f)) return percent(g) && percent(f)
  const [a, b] = [g, f].map((unit) => words(unit.replace(/(\d)[.\s](?=\d{3})/g, '$1')))
  const visits = (unit) => unit.includes('lượt') || unit.includes('luot')
  if (visits(a) !== visits(b)) return false
  if (visits(a)) return true
  return a.length > 0 && b.length > 0 && shared(a, b) / Math.min(a.length, b.length) >= 0.5
}

const notNumbers = (value) => words(value).filter((word) => !/^\d+$/.test(word))
function sameTarget(g, f) {
  if (Number(g.value) !== Number(String(f.value).replace(',', '.')) || !sameUnit(g.unit, f.unit)) return 0
  const text = notNumbers(`${f.text ?? ''} ${f.subject ?? ''}`).slice(0, 120)
  const likeness = Math.max(held(notNumbers(g.text), text), held(notNumbers(g.subject), text) - 0.1)
  return likeness >= 0.5 ? likeness + (g.op === f.op ? 1 : 0) : 0
}

/** Where the words are illegible: the figure alone, per cent or not. */
const sameFigure = (g, f) => (Number(g.value) === Number(f.value) && percent(norm(g.unit)) === percent(norm(f.unit)) ? 1 + Number(g.op === f.op) : 0)

/** One kind and one date; text and qualifier only tell which of several entries of that date is meant. */
function sameDeadline(g, f) {
  if (g.kind !== f.kind || norm(g.date) !== norm(f.date)) return 0
  return 1 + dice(words(g.text), words(f.text)) + (g.qualifier === f.qualifier ? 1 : 0)
}

function sameObservance(g, f) {
  const [a, b] = [words(g.name), words(f.name)]
  if (norm(g.date) !== norm(f.date)) return false
  return dice(a, b) >= 0.5 || (Math.min(a.length, b.length) >= 3 && (startsWith(a, b) || startsWith(b, a)))
}

const partyName = (value) => words(norm(value).replace(/^(đề nghị|de nghi|giao|đối với|doi voi) /, '').replace(/(?<=\S\s*)\([^)]*\)?/g, ' '))
function sameParty(gold, found) {
  const [g, f] = [partyName(gold), partyName(found)]
  return dice(g, f) >= 0.7 || (startsWith(f, g) && f.length <= 3 * g.length + 3)
}

function sameFinding(g, f) {
  if (g.code !== f.code) return 0
  if (!g.quote) return 0.5
  if (!f.quote) return g.code.startsWith('missing-') ? 0.5 : 0
  return sameQuote(g.quote, f.quote)
}

function sameQuote(gold, found) {
  const [g, f] = [words(gold), words(found)]
  const common = shared(g, f)
  const enough = common >= Math.min(2, g.length) && f.length <= 60 && common / Math.min(g.length, f.length) >= 0.5
  return enough ? dice(g, f) : 0
}


/**
 * As many one-to-one pairs as there can be, whatever the order on either side; `likeness` gives 0 for “not the same”,
 * and the likelier partner comes first.
 */
function match(gold, found, likeness) {
  const partners = gold.map((g) =>
    found.map((f, i) => ({ i, v: Number(likeness(g, f)) })).filter(({ v }) => v > 0).sort((a, b) => b.v - a.v).map(({ i }) => i))
  const owner = found.map(() => -1)
  const take = (i, g) => {
    owner[i] = g
    return true
  }
  const claim = (g, tried) => {
    const free = partners[g].find((i) => owner[i] < 0)
    if (free !== undefined) return take(free, g)
    return partners[g].some((i) => {
      if (tried.has(i)) return false
      tried.add(i)
      return claim(owner[i], tried) && take(i, g)
    })
  }
  gold.forEach((_, g) => claim(g, new Set()))
  return {
    pairs: owner.flatMap((g, i) => (g < 0 ? [] : [[gold[g], found[i]]])),
    missed: gold.filter((_, g) => !owner.includes(g)),
    extra: found.filter((_, i) => owner[i] < 0),
  }
}

/** Sums per field since the last {@link reset}. */
export const totals = new Map()
export const reset = () => totals.clear()
function add(field, { hit = 0, missed = 0, extra = 0 }) {
  const t = totals.get(field) ?? { hit: 0, missed: 0, extra: 0 }
  totals.set(field, { hit: t.hit + hit, missed: t.missed + missed, extra: t.extra + extra })
}
export const scored = (t) => t !== undefined && t.hit + t.missed + t.extra > 0
export const f1 = ({ hit, missed, extra }) => (2 * hit) / (2 * hit + missed + extra)
export const mean = (fields) => fields.reduce((sum, field) => sum + f1(totals.get(field)), 0) / fields.length

/** `worth` of a pair: 1, or less where the entry was found but stands in the wrong place. */
function scoreList(field, gold, found, likeness, report, worth = () => 1) {
  const { pairs, missed, extra } = match(gold.filter((g) => !g.soft), found, likeness)
  const unexplained = match(gold.filter((g) => g.soft), extra, likeness).extra
  const hit = pairs.reduce((sum, [g, f]) => sum + worth(g, f), 0)
  const misplaced = pairs.length - hit
  add(field, { hit, missed: missed.length + misplaced, extra: unexplained.length + misplaced })
  for (const m of missed) report.push(`  ${field}: missed ${JSON.stringify(m)}`)
  for (const e of unexplained) report.push(`  ${field}: extra ${JSON.stringify(e).slice(0, 200)}`)
  return pairs
}

/** One value that is right, wrong (missed and extra), absent or invented; null on both sides is not scored. */
function scoreValue(field, gold, found, same, report, name = field) {
  const [g, f] = [gold ?? null, found ?? null].map((value) => (value === '' ? null : value))
  if (g === null && f === null) return
  const ok = g !== null && f !== null && same(g, f)
  add(field, ok ? { hit: 1 } : { missed: g === null ? 0 : 1, extra: f === null ? 0 : 1 })
  if (!ok) report.push(`  ${name}: gold ${JSON.stringify(g)} found ${JSON.stringify(f)}`)
}
const equal = (a, b) => a === b


const list = (value) => (Array.isArray(value) ? value.filter((entry) => entry !== null && typeof entry === 'object') : [])
const texts = (value) => (Array.isArray(value) ? value : []).map((text) => ({ text: typeof text === 'string' ? text : text?.text }))
const flat = (sections, under = '') =>
  list(sections).flatMap(({ children, items, ...s }) => [
    { ...s, under, itemCount: s.itemCount === undefined && Array.isArray(items) ? items.length : s.itemCount },
    ...flat(children, label(s.label)),
  ])

/** `bare`: the headings have lost their diacritics, so that both sides are compared without. */
export function scoreDocument(goldAsPrinted, reading, report, isBare = false) {
  const scan = goldAsPrinted.restored === true
  const [gold, found] = scan || isBare ? [plain(goldAsPrinted), plain(reading)] : [goldAsPrinted, reading]
  const lost = gold.lostInText ?? []
  const legible = !lost.includes('strings') // otherwise only numbers, labels, counts, dates and codes are compared

  const sameName = (g, f) => bare(g) === bare(f) || (scan && samePhrase(g, f, 0.8))
  const sameCode = (g, f) => norm(g).replace(/\s/g, '') === norm(f).replace(/\s/g, '')
  const sameTitle = (g, f) => samePhrase(g, f, scan ? 0.8 : 0.9)
  const scoreFields = (field, names) => {
    for (const [name, same] of Object.entries(names)) {
      if (!lost.includes(field) && !lost.includes(`${field}.${name}`)) scoreValue(field, gold[field]?.[name], found[field]?.[name], same, report, `${field}.${name}`)
    }
  }

  scoreFields('header', { number: sameCode, symbol: (g, f) => sameCode(g, f) || (scan && sameSymbol(g, f)), date: sameCode })
  if (legible) scoreFields('header', { issuer: sameName, parentIssuer: sameName, place: sameName, docType: sameName, title: sameTitle })

  const cited = scoreList('citations', list(gold.legalBases), list(found.legalBases), (g, f) => sameCitation(g, f, scan), report)
  for (const [g, f] of cited) {
    const detail = (name, same) => scoreValue(`citations.${name}`, g[name], f[name], same, report, `citations.${name} of ${docKey(g)}`)
    detail('role', equal)
    detail('date', equal)
    if (!legible) continue
    detail('type', sameName)
    detail('issuer', (a, b) => samePhrase(a, b, 0.8))
    if (g.number !== null) detail('subject', (a, b) => sameStart(a, b, 0.6))
  }

  const place = (g, f) => (g.under === f.under ? 1 : 0.5)
  const sameHeading = (g, f) => label(g.label) === label(f.label) && (!legible || sameStart(g.title, f.title, scan ? 0.6 : 0.8))
  const sections = scoreList('sections', flat(gold.sections), flat(found.sections), (g, f) => (sameHeading(g, f) ? place(g, f) : 0), report, place)
  for (const [g, f] of sections) {
    const of = `of ${g.label ?? '–'} ${g.title}`
    if (g.under !== f.under) report.push(`  sections: misplaced ${g.label ?? '–'} ${g.title}: gold under "${g.under}" found under "${f.under}"`)
    scoreValue('sections.kind', g.kind, f.kind, (a, b) => a === b || (g.kindAlt ?? []).includes(b), report, `sections.kind ${of}`)
    if (!g.cut && Number.isInteger(g.itemCount)) scoreValue('sections.itemCount', g.itemCount, f.itemCount, equal, report, `sections.itemCount ${of}`)
  }

  const counted = list(gold.targets).filter((t) => t.value !== null)
  const targets = scoreList('targets', counted, list(found.targets).filter((t) => (t.value ?? null) !== null), legible ? sameTarget : sameFigure, report)
  for (const [g, f] of targets) scoreValue('targets.op', g.op, f.op, equal, report, `targets.op of ${g.value} ${g.unit}`)

  const dated = (entries) => list(entries).filter((d) => d.kind !== 'observance')
  const deadlines = scoreList('deadlines', dated(gold.deadlines), dated(found.deadlines), sameDeadline, report)
  for (const [g, f] of deadlines) if (g.qualifier) scoreValue('deadlines.qualifier', g.qualifier, f.qualifier, equal, report, `deadlines.qualifier of ${g.date}`)
  scoreList('observances', list(gold.observances), list(found.observances), sameObservance, report)

  if (legible) {
    const parties = scoreList('assignments', list(gold.assignments), list(found.assignments), (g, f) => sameParty(g.party, f.party), report)
    for (const [g, f] of parties) {
      const count = Array.isArray(f.duties) ? f.duties.length : f.duties
      if (Number.isInteger(g.duties)) scoreValue('assignments.duties', g.duties, count, equal, report, `assignments.duties of ${g.party}`)
    }
    scoreList('recipients', texts(gold.recipients), texts(found.recipients), (g, f) => samePhrase(g.text, f.text, 0.8), report)
    scoreFields('signer', { authority: sameName, position: sameName, name: sameName })
  }

  const judged = (a) => !TYPOGRAPHY.has(a.code)
  const noted = list(gold.anomalies).map((a) => ({ ...a, soft: a.soft || a.severity === 'info' }))
  const reported = list(found.findings ?? found.anomalies)
  scoreList('findings', noted.filter(judged), reported.filter(judged), sameFinding, report)
  const typos = noted.filter((a) => !judged(a) && !a.soft && a.quote)
  const noticed = match(typos, reported.filter((a) => !judged(a) && a.quote), (g, f) => sameQuote(g.quote, f.quote))
  add('typography (recall only)', { hit: noticed.pairs.length, missed: noticed.missed.length })
}
