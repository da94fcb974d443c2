import { describe, expect, test } from 'vitest'
import { UNIT_KINDS, type UnitKind } from '../model/roles.ts'
import { SYSTEM_IDS } from '../model/systems.ts'
import { topicsOf } from '../model/topics.ts'
import { fold } from '../model/wording.ts'
import { templates } from './all.ts'
import { dutiesOf } from './duties.ts'
import { hotlines } from './hotlines.ts'
import { adapt, linesOf, point, withWords } from './template.ts'

describe.each(UNIT_KINDS)('the template of a %s', (kind) => {
  const template = templates[kind]
  const lines = linesOf(template).map(({ line }) => line)
  const tasks = lines.filter((line) => line.kind === 'task')

  test('answers every row of the work in which this kind has duties', () => {
    const duties = dutiesOf(kind)
    const served = new Set(lines.flatMap((line) => line.systems))
    const open = SYSTEM_IDS.filter((system) => duties[system].applies && !served.has(system))
    expect(open).toEqual([])
  })

  test('names for every task a leader, helpers, a time and a product', () => {
    for (const line of tasks) {
      expect(line.lead, line.id).not.toBeNull()
      expect(line.supporting.length, line.id).toBeGreaterThan(0)
      expect(line.supporting, line.id).not.toContain(line.lead)
      expect(line.when, line.id).not.toBeNull()
      expect(line.product, line.id).toMatch(/\p{L}{2}/u)
    }
    expect(tasks.length).toBeGreaterThanOrEqual(30)
  })

  test('has unique ids and no word left open but those of the draft', () => {
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
    const texts = [...lines.flatMap((line) => [line.text, line.product ?? '', line.target?.text ?? '']), ...template.sections.flatMap((section) => section.groups.map((group) => group.title))]
    for (const text of texts) {
      const open = [...text.matchAll(/\{(\p{L}+)\}/gu)].map((match) => match[1])
      expect(['year', 'nextYear', 'name', 'parent'], text).toEqual(expect.arrayContaining(open))
    }
  })

  test('is a whole plan: purpose, targets, tasks, money, organisation, with two reports', () => {
    expect(template.sections.map((section) => section.part)).toEqual(['purpose', 'objectives', 'tasks', 'budget', 'organisation'])
    expect(tasks.filter((line) => line.topic === 'reporting')).toHaveLength(2)
    expect(lines.filter((line) => line.target !== null).length).toBeGreaterThanOrEqual(5)
  })

  test('says sentences that begin with a capital, end with a full stop and use no shorthand', () => {
    for (const line of lines) {
      expect(line.text, line.id).toMatch(/^(\p{Lu}|\d|\{)/u)
      expect(line.text, line.id).toMatch(/\.$/u)
      expect(line.text, line.id).not.toMatch(/đ\/c|CBGV|GVNV|\bHS\b|VSTBPN|BĐG| {2}|\.\./u)
    }
  })

  test('has tasks whose own words speak of their topic', () => {
    const strange = tasks.filter((line) => line.topic !== null && !topicsOf(line.text).includes(line.topic)).map((line) => line.id)
    expect(strange.length / tasks.length, strange.join(', ')).toBeLessThanOrEqual(0.2)
  })
})

test('every row that does not apply says why', () => {
  for (const kind of UNIT_KINDS) {
    for (const duty of Object.values(dutiesOf(kind))) if (!duty.applies) expect(duty.reason.length).toBeGreaterThan(30)
  }
})

test('small children are not spoken to as teenagers, nor adults as pupils', () => {
  const strange = (kind: UnitKind, words: RegExp, only = /./): readonly string[] =>
    linesOf(templates[kind])
      .flatMap(({ line, group }) => [group.title, line.text, line.product ?? ''].map(fold))
      .filter((text) => only.test(text) && words.test(text))
  expect(strange('kindergarten', /hoc sinh|sinh san|tinh cam|huong nghiep|hoc vien|thieu nien|sinh hoat duoi co/)).toEqual([])
  expect(strange('primary', /sinh san|mang thai|huong nghiep|dong thuan|hen ho/, /^(?!.*lao dong nu)/)).toEqual([])
  expect(strange('continuing', /(?<!khoa )hoc sinh|nha truong|thieu nien/)).toEqual([])
  expect(strange('upper_secondary', /\b(?<!thanh )thieu nien|sao nhi dong|mang non/)).toEqual([])
})

test('a role stands only where the kind of unit has it', () => {
  const roles = (kind: UnitKind): ReadonlySet<string | null> =>
    new Set(linesOf(templates[kind]).flatMap(({ line }) => [line.lead, ...line.supporting]))
  for (const kind of ['upper_secondary', 'continuing', 'kindergarten'] as const) expect(roles(kind)).not.toContain('pioneers')
  for (const kind of UNIT_KINDS) if (kind !== 'boarding') expect(roles(kind)).not.toContain('boarding_team')
  expect(roles('continuing')).not.toContain('parents_board')
})

test('only help lines that were verified stand in a template', () => {
  const texts = UNIT_KINDS.flatMap((kind) => linesOf(templates[kind]).map(({ line }) => line.text)).join(' ')
  for (const hotline of hotlines) {
    if (!hotline.isVerified) expect(texts.replace(/\s/g, '')).not.toContain(hotline.number.replace(/\s/g, ''))
  }
  expect(texts).toContain('Tổng đài quốc gia bảo vệ trẻ em 111')
})

test('an adapted template refuses lines and groups that its base does not have', () => {
  expect(() => adapt([], { kind: 'primary', words: {}, instead: [point('nothing', 'Không có.')] })).toThrow('nothing')
  expect(() => adapt([], { kind: 'primary', words: {}, more: { nowhere: [] } })).toThrow('nowhere')
})

test('words are put in, with a capital where the name has one', () => {
  expect(withWords('{Unit} và {learners} năm {year}', { unit: 'nhà trường', learners: 'trẻ' })).toBe('Nhà trường và trẻ năm {year}')
})
