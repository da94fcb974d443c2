import { expect, it } from 'vitest'
import { checkPlan, type FaultCode } from './check-plan.ts'
import { coverage } from './coverage.ts'
import type { PlanFrame } from './plan-frame.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import type { SuperiorPoint } from './superior-points.ts'

const frame: PlanFrame = {
  docTitle: 'Công tác bình đẳng giới năm 2026',
  preamble: [],
  lead: null,
  closing: null,
  recipients: [],
  signer: { authority: null, position: 'HIỆU TRƯỞNG', name: 'Lê Thị Mơ' },
  place: null,
}
const tasks = aNode({ id: 's', position: 'A', kind: 'section', part: 'tasks', text: 'NHIỆM VỤ' })
const money = aNode({ id: 'm', position: 'B', kind: 'section', part: 'budget', text: 'KINH PHÍ' })
const paid = aNode({ id: 'p', parentId: 'm', kind: 'point', text: 'Từ nguồn chi thường xuyên.' })
const report = aNode({
  id: 'r', parentId: 's', position: 'B', kind: 'task', topic: 'reporting',
  text: 'Nộp báo cáo năm', lead: { kind: 'role', role: 'committee' }, dueOn: '2026-11-20',
})

function aTask(given: Partial<PlanNode> = {}): PlanNode {
  return aNode({ id: 't', parentId: 's', position: 'A', kind: 'task', text: 'Tập huấn', lead: { kind: 'role', role: 'principal' }, dueOn: '2026-08-15', ...given })
}

function codes(nodes: readonly PlanNode[], points: readonly SuperiorPoint[] = []): FaultCode[] {
  return checkPlan({ year: 2026, nodes, frame, coverage: points.length > 0 ? coverage(points, nodes) : null }).map(({ code }) => code)
}

it('a whole plan has no faults', () => {
  expect(codes([tasks, aTask(), report, money, paid])).toEqual([])
})

it.each([
  ['empty_text', { text: ' ' }],
  ['placeholder', { text: 'Tập huấn tại ………' }],
  ['no_lead', { lead: null }],
  ['no_date', { dueOn: null }],
  ['outside_year', { dueOn: '2025-08-15' }],
  ['ends_before_start', { startOn: '2026-09-01' }],
] as const)('marks %s on the line', (code, given) => {
  expect(codes([tasks, aTask(given), report, money, paid])).toEqual([code])
})

it('marks a part without lines, a missing budget and a missing report', () => {
  expect(codes([tasks, aTask(), money])).toEqual(['empty_section', 'no_report_task'])
  expect(codes([tasks, aTask(), report])).toEqual(['no_budget_part'])
  expect(codes([money, paid])).toEqual(['no_tasks', 'no_report_task'])
})

it('marks a point of the superior that nothing answers', () => {
  const point: SuperiorPoint = {
    id: 'p1', kind: 'item', labelPath: 'II.4', parentId: null, text: 'Hỗ trợ nạn nhân bị bạo lực trên cơ sở giới',
    topics: [], addressedTo: null, target: null, deadline: null,
  }
  expect(codes([tasks, aTask(), report, money, paid], [point])).toEqual(['point_missing'])
})
