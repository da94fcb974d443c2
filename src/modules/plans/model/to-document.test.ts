import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import type { Section } from '@songhanh/vanban/model'
import { templates } from '../templates/all.ts'
import { basisClause, printLongDate } from './bases.ts'
import { abbreviationOf } from './document-words.ts'
import { draftPlan } from './draft-plan.ts'
import { fromDocument } from './from-document.ts'
import { labelsOf } from './numbering.ts'
import { aNode, type NodeKind, type PlanNode, type PlanPart } from './plan-node.ts'
import { applyChange, inReadingOrder, insertUnder, treeOf } from './plan-tree.ts'
import { UNIT_KINDS } from './roles.ts'
import { aSuperiorPlan } from './superior-plan-sample.ts'
import { superiorPoints } from './superior-points.ts'
import { printBudget, readBudget, taskRows } from './task-table.ts'
import { toDocument, type IssuingUnit, type PlanDocument } from './to-document.ts'
import { readWhen } from './when.ts'

const UNIT: IssuingUnit = {
  name: 'Trường THPT Sông Hồng',
  kind: 'upper_secondary',
  parentIssuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Lam',
  parentName: 'Sở Giáo dục và Đào tạo',
  place: 'Hồng Bàng',
  abbreviation: null,
}
const SUPERIOR = {
  relation: 'Thực hiện',
  type: 'Kế hoạch',
  number: '45',
  symbol: 'KH-SGDĐT',
  date: '2026-03-02',
  issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Lam',
  subject: 'Công tác bình đẳng giới năm 2026',
} as const

const document = (nodes: readonly PlanNode[], given: Partial<PlanDocument> = {}) => toDocument({ nodes, unit: UNIT, year: 2026, bases: [SUPERIOR], ...given })
const ids = (): (() => string) => {
  let serial = 0
  return () => `n${++serial}`
}
const shape = (nodes: readonly PlanNode[]): readonly string[] => {
  const labels = labelsOf(treeOf(nodes))
  return inReadingOrder(nodes).map(({ node, depth }) => `${'  '.repeat(depth)}${labels.get(node.id) ?? ''} ${node.text}`)
}

describe.each(UNIT_KINDS)('the plan of a %s as a document', (kind) => {
  const unit = { ...UNIT, kind, name: 'Đơn vị Sông Hồng' }
  const points = superiorPoints(aSuperiorPlan(), kind)
  const nodes = draftPlan({ from: 'superior', year: 2026, unit, template: templates[kind], points, observances: nationalObservanceDays(2026), newId: ids() })
  const model = document(nodes, { unit })

  test('reads back to the same lines at the same places', () => {
    expect(shape(fromDocument(model, { newId: ids(), kind }))).toEqual(shape(nodes))
  })

  test('reads back with leaders, helpers, days and products from the appendix', () => {
    const assigned = (list: readonly PlanNode[]): readonly unknown[] =>
      inReadingOrder(list)
        .filter(({ node }) => node.kind === 'task')
        .map(({ node }) => [node.lead, node.supporting, node.startOn, node.dueOn, node.product])
    expect(assigned(fromDocument(model, { newId: ids(), kind }))).toEqual(assigned(nodes))
  })

  test('has the parts of a plan in order, with the appendix last and named in the closing', () => {
    expect(model.sections.map((section) => section.kind)).toEqual(['purpose', 'objectives', 'tasks', 'budget', 'organisation', 'appendix'])
    expect(model.sections.map((section) => section.label)).toEqual(['I', 'II', 'III', 'IV', 'V', 'Phụ lục'])
    expect(model.closing).toMatch(/Phụ lục kèm theo.*\.\/\.$/)
    expect(model.recipients.at(-1)).toMatch(/^Lưu: VT/)
    expect(model.assignments.length).toBeGreaterThan(3)
    expect(model.deadlines.filter((deadline) => deadline.kind === 'report').map((deadline) => deadline.date)).toEqual(['2026-05-20', '2026-11-23'])
  })
})

test('head, preamble, lead and signer follow the form of the decree', () => {
  const law = { relation: 'Căn cứ', type: 'Luật', number: null, symbol: null, date: '2006-11-29', issuer: null, subject: 'Luật Bình đẳng giới' } as const
  const model = document([], { bases: [law, SUPERIOR] })
  expect(model.header).toMatchObject({ issuer: 'Trường THPT Sông Hồng', number: null, symbol: 'KH-THPTSH', place: 'Hồng Bàng', date: '2026', docType: 'Kế hoạch' })
  expect(model.preamble).toEqual([
    'Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;',
    'Thực hiện Kế hoạch số 45/KH-SGDĐT ngày 02 tháng 3 năm 2026 của Sở Giáo dục và Đào tạo tỉnh Sông Lam về công tác bình đẳng giới năm 2026.',
  ])
  expect(model.lead).toBe('Trường THPT Sông Hồng xây dựng Kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 như sau:')
  expect(model.signer).toEqual({ authority: null, position: 'HIỆU TRƯỞNG', name: null })
  expect(model.closing).not.toContain('Phụ lục')
  expect(document([], { number: '12', date: '2026-03-11' }).header).toMatchObject({ number: '12', date: '2026-03-11' })
})

test('a subject that begins with what is issued needs no “về”', () => {
  expect(basisClause({ ...SUPERIOR, subject: 'ban hành Chương trình truyền thông' })).toMatch(/Lam ban hành Chương trình truyền thông$/)
  expect(basisClause({ ...SUPERIOR, number: null, symbol: null, date: null, issuer: null, subject: null })).toBe('Thực hiện Kế hoạch')
  expect(printLongDate('2026-10-05')).toBe('05 tháng 10 năm 2026')
})

test.each([
  ['Trường THPT Sông Hồng', 'THPTSH'],
  ['Trường Mầm non Hoa Sen', 'MNHS'],
  ['Trường Tiểu học Đồng Tâm B', 'THĐTB'],
  ['Trường Phổ thông dân tộc nội trú Mường Lát', 'DTNTML'],
  ['Sở Giáo dục và Đào tạo tỉnh Sông Lam', 'SGDĐT'],
  ['Ủy ban nhân dân xã Đồng Tâm', 'UBND'],
])('%s is abbreviated %s until its head decides', (name, short) => {
  expect(abbreviationOf(name)).toBe(short)
})

test('money is printed and read in đồng', () => {
  expect(printBudget({ amountVnd: 4200000, source: 'recurrent' })).toBe('4.200.000 đồng (Chi thường xuyên)')
  for (const budget of [{ amountVnd: 950, source: null }, { amountVnd: null, source: 'socialised' }, { amountVnd: 12500000, source: 'state_budget' }] as const) {
    expect(readBudget(printBudget(budget))).toEqual(budget)
  }
  expect(printBudget(null)).toBe('')
  expect(readBudget('theo quy định')).toBeNull()
})

test.each([
  ['Quý II/2026', '2026-04-01', '2026-06-30'],
  ['Quý 3 năm 2026', '2026-07-01', '2026-09-30'],
  ['Tháng 11/2026', '2026-11-01', '2026-11-30'],
  ['15/11-15/12/2026', '2026-11-15', '2026-12-15'],
  ['Từ 10/05/2026 đến 20/05/2026', '2026-05-10', '2026-05-20'],
  ['Trước 28/5/2026', null, '2026-05-28'],
  ['Cả năm 2026', '2026-01-01', '2026-12-31'],
  ['Khi phát sinh', null, null],
])('the time “%s” is read', (text, startOn, dueOn) => {
  expect(readWhen(text)).toMatchObject({ startOn, dueOn })
})

test('a table with other words for its columns is read, dividers and foreign tables are not', () => {
  const head = [['STT', 'Nội dung công việc', 'Người thực hiện', 'Thời hạn', 'Kết quả']]
  const rows = [['A. Truyền thông'], ['1', 'Treo băng rôn', 'Công đoàn', '01/11/2026', 'Ảnh']]
  expect(taskRows({ head, rows })).toMatchObject([{ text: 'Treo băng rôn', lead: 'Công đoàn', dueOn: '2026-11-01', product: 'Ảnh', budget: null }])
  expect(taskRows({ head: [], rows: [...head, ...rows] })).toEqual(taskRows({ head, rows }))
  expect(taskRows({ head: [], rows: [] })).toEqual([])
  expect(taskRows({ head: [['Cơ quan ban hành', 'Số, ký hiệu']], rows: [['UBND', '1/KH']] })).toEqual([])
})

test('what a foreign plan says in sections, bullets and tables becomes lines with parts, topics and numbers', () => {
  const item = (text: string, marker: string | null = '-') => ({ marker, text, items: [] })
  const sections: readonly Section[] = [
    { label: 'I', title: 'MỤC TIÊU', kind: 'objectives', depth: 1, items: [item('Có 40 lượt giáo viên được tập huấn.')], children: [] },
    {
      label: 'II',
      title: 'NỘI DUNG',
      kind: 'tasks',
      depth: 1,
      items: [],
      children: [
        { label: '1', title: 'Tuyên truyền', kind: 'tasks', depth: 2, items: [{ ...item('Phát thanh măng non'), items: [item('Thứ Hai', '+')] }], children: [] },
        { label: '2', title: 'Kiểm tra, giám sát', kind: 'tasks', depth: 2, runIn: true, items: [item('Mỗi học kỳ một lần.', null)], children: [] },
      ],
    },
  ]
  const targets = [{ subject: 'lượt giáo viên được tập huấn', op: '=', value: 40, unit: 'lượt', period: null }] as const
  const nodes = fromDocument({ ...aSuperiorPlan(), sections, targets }, { newId: ids() })
  expect(shape(nodes)).toEqual([
    '  I. MỤC TIÊU',
    '     Có 40 lượt giáo viên được tập huấn.',
    '  II. NỘI DUNG',
    '    1. Tuyên truyền',
    '      a) Phát thanh măng non',
    '        - Thứ Hai',
    '    2. Kiểm tra, giám sát: Mỗi học kỳ một lần.',
  ])
  expect(nodes.map((node) => node.kind)).toEqual(['section', 'point', 'section', 'section', 'task', 'point', 'task'])
  expect(nodes.find((node) => node.text.startsWith('Có 40'))?.target).toMatchObject({ value: 40, unit: 'lượt' })
  expect(nodes.at(-1)?.topic).toBe('inspection')
})

const kinds: readonly NodeKind[] = ['section', 'task', 'point']
const parts: readonly PlanPart[] = ['purpose', 'objectives', 'tasks', 'budget', 'organisation']

test('any tree of lines reads back to the same lines and levels', () => {
  const trees = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.nat({ max: 4 })), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(trees, (choices) => {
      let nodes: readonly PlanNode[] = []
      choices.forEach(([parent, kind, part], serial) => {
        const under = parent % 4 === 0 ? null : (nodes[parent % Math.max(1, nodes.length)]?.id ?? null)
        const node = aNode({ id: `i${serial}`, kind: kinds[kind] ?? 'task', text: `Dòng số ${serial}`, part: under === null ? (parts[part] ?? 'tasks') : null })
        nodes = applyChange(nodes, insertUnder(nodes, under, node))
      })
      const depths = (list: readonly PlanNode[]): readonly string[] => inReadingOrder(list).map(({ node, depth }) => `${depth} ${node.text}`)
      expect(depths(fromDocument(document(nodes), { newId: ids() }))).toEqual(depths(nodes))
    }),
    { seed: 5, numRuns: 200 },
  )
})
