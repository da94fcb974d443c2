import { expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { templates } from '../templates/all.ts'
import { canSubmit, checkPlan, type CheckedPlan, type PlanCheck } from './check-plan.ts'
import { coverage } from './coverage.ts'
import { draftPlan } from './draft-plan.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import { UNIT_KINDS } from './roles.ts'
import { aSuperiorPlan } from './superior-plan-sample.ts'
import { leafPoints, superiorPoints } from './superior-points.ts'

const union = { kind: 'role', role: 'union' } as const
const WHOLE: readonly PlanNode[] = [
  aNode({ id: 'I', position: 'A', kind: 'section', part: 'tasks', text: 'NHIỆM VỤ' }),
  aNode({ id: 'a', parentId: 'I', position: 'A', kind: 'task', text: 'Tập huấn', lead: union, dueOn: '2026-05-01' }),
  aNode({ id: 'r', parentId: 'I', position: 'B', kind: 'task', text: 'Gửi báo cáo', topic: 'reporting', lead: union, dueOn: '2026-05-20' }),
  aNode({ id: 'II', position: 'B', kind: 'section', part: 'budget', text: 'KINH PHÍ' }),
  aNode({ id: 'k', parentId: 'II', text: 'Chi thường xuyên.' }),
  aNode({ id: 'III', position: 'C', kind: 'section', part: 'organisation', text: 'TỔ CHỨC THỰC HIỆN' }),
  aNode({ id: 'o', parentId: 'III', text: 'Ban giám hiệu chỉ đạo.' }),
]

function checksOf(nodes: readonly PlanNode[], given: Partial<CheckedPlan> = {}): readonly PlanCheck[] {
  return checkPlan({ nodes, year: 2026, points: [], decisions: [], ...given })
}
const withNode = (id: string, patch: Partial<PlanNode>): readonly PlanNode[] =>
  WHOLE.map((node) => (node.id === id ? { ...node, ...patch } : node))

test('a whole plan passes', () => {
  expect(checksOf(WHOLE)).toEqual([])
})

test.each<[string, readonly PlanNode[], readonly string[]]>([
  ['an empty line', withNode('a', { text: ' ' }), ['error plans.check.empty_text a']],
  ['a task without a person', withNode('a', { lead: null }), ['warning plans.check.no_person a']],
  ['a task without a day', withNode('a', { dueOn: null }), ['warning plans.check.no_date a']],
  ['a day of another year', withNode('a', { dueOn: '2027-01-05' }), ['warning plans.check.date_outside_year a']],
  ['an end before its start', withNode('a', { startOn: '2026-06-01' }), ['error plans.check.end_before_start a']],
  ['a number typed by hand', withNode('a', { text: '1. Tập huấn' }), ['warning plans.check.typed_number a']],
  ['the same line twice', withNode('a', { text: 'Gửi báo cáo' }), ['info plans.check.same_text r']],
  ['a part without lines', WHOLE.filter((node) => node.id !== 'k'), ['warning plans.check.empty_part II']],
  ['no part on money', WHOLE.filter((node) => node.id !== 'k' && node.id !== 'II'), ['warning plans.check.no_budget_part null']],
  ['no organisation', WHOLE.filter((node) => node.id !== 'o' && node.id !== 'III'), ['warning plans.check.no_organisation_part null']],
  ['no report', withNode('r', { topic: 'training' }), ['warning plans.check.no_reporting_task null']],
])('%s is found', (_case, nodes, expected) => {
  expect(checksOf(nodes).map((check) => `${check.severity} ${check.code} ${check.nodeId}`)).toEqual(expected)
})

test('a plan without lines cannot be submitted', () => {
  const checks = checksOf([])
  expect(checks.map((check) => check.code)).toContain('plans.check.no_lines')
  expect(canSubmit(checks)).toBe(false)
})

test('a task may leave person and day to the tasks under it, and take them from the line above', () => {
  const nodes = [
    ...withNode('a', { lead: null, dueOn: null }),
    aNode({ id: 'a1', parentId: 'a', kind: 'task', text: 'Lớp 1', lead: union, dueOn: '2026-05-01' }),
    aNode({ id: 'r1', parentId: 'r', kind: 'task', text: 'Thu số liệu' }),
  ]
  expect(checksOf(nodes)).toEqual([])
})

test('messages carry the path and the beginning of the text', () => {
  const [check] = checksOf(withNode('a', { lead: null, text: 'Tập huấn kiến thức giới cho cán bộ, giáo viên, nhân viên và kỹ năng xử lý ban đầu vụ việc' }))
  expect(check?.params).toEqual({ path: 'I.1', text: 'Tập huấn kiến thức giới cho cán bộ, giáo viên, nhân viên và kỹ năng xử lý ban…' })
})

test('points of the superior that are missing, in part or late are told with their place', () => {
  const points = superiorPoints(aSuperiorPlan(), 'upper_secondary')
  const late = points.find((point) => point.labelPath === 'Báo cáo 1')
  const nodes = withNode('r', { dueOn: '2026-06-01', covers: late ? [late.id] : [] })
  const checks = checksOf(nodes, { points })
  expect(checks.find((check) => check.code === 'plans.check.late_report')).toMatchObject({ nodeId: 'r', params: { path: 'Báo cáo 1' } })
  const missing = checks.filter((check) => check.code === 'plans.check.missing_point')
  expect(missing).toHaveLength(coverage(points, nodes).summary.missing)
  expect(missing.length).toBeGreaterThan(0)
  expect(canSubmit(checks)).toBe(true)
})

test.each(UNIT_KINDS)('a draft from the superior for a %s needs nothing but confirmation', (kind) => {
  let serial = 0
  const points = superiorPoints(aSuperiorPlan(), kind)
  const unit = { name: 'Đơn vị mẫu', kind, parentName: 'Sở Giáo dục và Đào tạo' }
  const nodes = draftPlan({ from: 'superior', year: 2026, unit, template: templates[kind], points, observances: nationalObservanceDays(2026), newId: () => `n${++serial}` })
  expect(checksOf(nodes, { points }).map((check) => [check.code, check.params])).toEqual([
    ['plans.check.unconfirmed_links', { count: leafPoints(points).length }],
  ])
})
