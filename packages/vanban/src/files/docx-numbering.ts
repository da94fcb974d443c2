import { formatNumber } from './number-format.ts'
import { child, childrenNamed, isOn, val, type XmlElement } from './xml.ts'

interface Level {
  readonly format: string
  readonly customFormat: string | undefined
  /** “%1.%2.” */
  readonly text: string
  readonly start: number
  /** Counts again after a paragraph of this level or above (1-based); 0 never; undefined after any level above. */
  readonly restartAfter: number | undefined
  readonly allDecimal: boolean
  readonly style: string | undefined
}

interface AbstractList {
  readonly levels: ReadonlyMap<number, Level>
  /** The list is the one of a numbering style, kept in another list. */
  readonly styleLink: string | undefined
  readonly numStyleLink: string | undefined
}

interface List {
  readonly abstractId: string
  readonly startOverrides: ReadonlyMap<number, number>
  readonly levelOverrides: ReadonlyMap<number, Level>
}

export interface ListRef {
  readonly numId: string
  readonly level: number
}

export interface Numbering {
  /** The number of the next paragraph of this list, as printed; null when the list has none. Counts. */
  next(ref: ListRef): string | null
  /** The level that a list gives to a paragraph style. */
  levelOfStyle(numId: string, style: string): number | undefined
}

const LEVELS = 9
const MAX_START = 32_767
const whole = (text: string | undefined, fallback: number) => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), MAX_START) : fallback
}

/** Reads `numbering.xml` into a counter for one pass over the document. */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const numbering = child(part, 'w:numbering')
  const abstracts = new Map<string, AbstractList>()
  for (const element of childrenNamed(numbering, 'w:abstractNum')) {
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', readAbstract(element))
  }
  const lists = new Map<string, List>()
  for (const element of childrenNamed(numbering, 'w:num')) {
    lists.set(element.attributes['w:numId'] ?? '', readList(element, abstracts))
  }
  return counter(abstracts, lists)
}

function readAbstract(element: XmlElement): AbstractList {
  return {
    levels: new Map(childrenNamed(element, 'w:lvl').map((level) => [whole(level.attributes['w:ilvl'], 0), readLevel(level)])),
    styleLink: val(child(element, 'w:styleLink')),
    numStyleLink: val(child(element, 'w:numStyleLink')),
  }
}

function readLevel(element: XmlElement): Level {
  // Newer formats stand in an alternative, with the nearest old one as the fall-back.
  const alternative = child(element, 'mc:AlternateContent')
  const format = child(element, 'w:numFmt') ?? child(child(alternative, 'mc:Choice'), 'w:numFmt')
  const restart = val(child(element, 'w:lvlRestart'))
  return {
    format: val(format) ?? 'decimal',
    customFormat: format?.attributes['w:format'],
    text: (val(child(element, 'w:lvlText')) ?? '').slice(0, 200),
    start: whole(val(child(element, 'w:start')), 0),
    restartAfter: restart === undefined ? undefined : whole(restart, 0),
    allDecimal: isOn(child(element, 'w:isLgl')),
    style: val(child(element, 'w:pStyle')),
  }
}

function readList(element: XmlElement, abstracts: ReadonlyMap<string, AbstractList>): List {
  const startOverrides = new Map<number, number>()
  const levelOverrides = new Map<number, Level>()
  for (const override of childrenNamed(element, 'w:lvlOverride')) {
    const level = whole(override.attributes['w:ilvl'], 0)
    const start = val(child(override, 'w:startOverride'))
    if (start !== undefined) startOverrides.set(level, whole(start, 1))
    const replacement = child(override, 'w:lvl')
    if (replacement !== undefined) levelOverrides.set(level, readLevel(replacement))
  }
  const abstractId = val(child(element, 'w:abstractNumId')) ?? ''
  return { abstractId: followStyleLink(abstractId, abstracts), startOverrides, levelOverrides }
}

function followStyleLink(abstractId: string, abstracts: ReadonlyMap<string, AbstractList>): string {
  const wanted = abstracts.get(abstractId)?.numStyleLink
  if (wanted === undefined) return abstractId
  for (const [id, list] of abstracts) {
    if (list.styleLink === wanted && list.levels.size > 0) return id
  }
  return abstractId
}

function counter(abstracts: ReadonlyMap<string, AbstractList>, lists: ReadonlyMap<string, List>): Numbering {
  // Lists of one abstract list count on together; an override starts anew where its list is first used.
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const levelOf = (list: List, level: number) =>
    list.levelOverrides.get(level) ?? abstracts.get(list.abstractId)?.levels.get(level)

  function advance(numId: string, list: List, level: number, definition: Level): (number | undefined)[] {
    const values = counts.get(list.abstractId) ?? []
    counts.set(list.abstractId, values)
    const key = `${numId}/${level}`
    const override = begun.has(key) ? undefined : list.startOverrides.get(level)
    begun.add(key)
    for (let above = 0; above < level; above += 1) values[above] ??= levelOf(list, above)?.start ?? 1
    const current = values[level]
    values[level] = override ?? (current === undefined ? definition.start : current + 1)
    for (let below = level + 1; below < LEVELS; below += 1) {
      const restartAfter = levelOf(list, below)?.restartAfter
      if (restartAfter === undefined || (restartAfter > 0 && level < restartAfter)) values[below] = undefined
    }
    return values
  }

  return {
    next({ numId, level }) {
      const list = numId === '0' ? undefined : lists.get(numId)
      const definition = list === undefined ? undefined : levelOf(list, level)
      if (list === undefined || definition === undefined) return null
      const values = advance(numId, list, level, definition)
      if (definition.format === 'bullet') return bulletOf(definition.text)
      return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const shown = levelOf(list, at)
        const format = definition.allDecimal ? 'decimal' : (shown?.format ?? 'decimal')
        return formatNumber(values[at] ?? 1, format, shown?.customFormat)
      })
    },
    levelOfStyle(numId, style) {
      const levels = abstracts.get(lists.get(numId)?.abstractId ?? '')?.levels ?? new Map<number, Level>()
      for (const [at, level] of levels) {
        if (level.style === style) return at
      }
      return undefined
    },
  }
}

/** Symbol fonts draw their bullets from private codes; “o” is the hollow bullet of Courier New. */
function bulletOf(text: string): string {
  const symbol = text.trim()
  if (symbol === '\uf02d' || symbol === '–' || symbol === '—' || symbol === '\uf0be') return '-'
  if (symbol === '\uf02b') return '+'
  if (symbol === '' || /^[\ue000-\uf8ff·§¨Øüvq]$/.test(symbol)) return '•'
  return symbol
}
