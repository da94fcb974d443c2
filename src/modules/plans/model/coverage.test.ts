import { expect, test } from 'vitest'
import { carryDecisions, carryPointIds, coverage, reopenedPoints, type CoverageRow, type PointDecision } from './coverage.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import { aSuperiorPlan } from './superior-plan-sample.ts'
import { changedPoints, leafPoints, superiorPoints, type SuperiorPoint } from './superior-points.ts'

const POINTS = superiorPoints(aSuperiorPlan(), 'upper_secondary')
const union = { kind: 'role', role: 'union' } as const

const section = aNode({ id: 'II', kind: 'section', part: 'tasks', text: 'NHIỆM VỤ' })
const aTask = (id: string, text: string, given: Partial<PlanNode> = {}): PlanNode =>
  aNode({ id, parentId: 'II', position: id, kind: 'task', text, lead: union, dueOn: '2026-10-20', ...given })

function pointAt(labelPath: string, points: readonly SuperiorPoint[] = POINTS): SuperiorPoint {
  const point = points.find((candidate) => candidate.labelPath === labelPath)
  if (!point) throw new Error(`no point ${labelPath}`)
  return point
}

function rowAt(labelPath: string, nodes: readonly PlanNode[], decisions: readonly PointDecision[] = []): CoverageRow {
  const row = coverage(POINTS, [section, ...nodes], decisions).rows.find((candidate) => candidate.point.labelPath === labelPath)
  if (!row) throw new Error(`no row ${labelPath}`)
  return row
}

const CADRE = 'II.2 – gạch 1'
const cadreTask = aTask('cadre', 'Bồi dưỡng nữ giáo viên trong nguồn quy hoạch lãnh đạo, quản lý của trường')
const drill = aTask('drill', 'Diễn tập phòng cháy, chữa cháy')

test('a point that no line speaks of is missing', () => {
  expect(rowAt(CADRE, [drill])).toMatchObject({ state: 'missing', links: [], isConfirmed: false })
})

test('a line on the same matter is proposed, without being confirmed', () => {
  const row = rowAt(CADRE, [drill, cadreTask])
  expect(row).toMatchObject({ state: 'covered', isConfirmed: false, missing: [] })
  expect(row.links.map((link) => [link.nodeId, link.origin])).toEqual([['cadre', 'proposed']])
})

test('diacritics are not needed to be understood', () => {
  const plain = aTask('plain', 'boi duong nu giao vien trong nguon quy hoach lanh dao, quan ly')
  expect(rowAt(CADRE, [plain]).links[0]?.nodeId).toBe('plain')
})

test.each<[string, Partial<PlanNode>, readonly string[]]>([
  ['nobody is named', { lead: null }, ['person']],
  ['no time is set', { dueOn: null }, ['date']],
  ['neither is there', { lead: null, dueOn: null }, ['person', 'date']],
])('a point is answered in part when %s', (_case, given, missing) => {
  expect(rowAt(CADRE, [{ ...cadreTask, ...given }])).toMatchObject({ state: 'partial', missing })
})

test('who and when are taken from the line above', () => {
  const group = aTask('group', 'Công tác cán bộ nữ', { kind: 'section' })
  const inner = { ...cadreTask, parentId: 'group', lead: null, dueOn: null }
  expect(rowAt(CADRE, [group, inner]).state).toBe('covered')
})

test('a point that names a number wants a number', () => {
  const point = pointAt('II.1 – gạch 1')
  const line = aTask('law', 'Phổ biến Luật Bình đẳng giới tới cán bộ, nhà giáo', { covers: [point.id] })
  expect(rowAt('II.1 – gạch 1', [line])).toMatchObject({ state: 'partial', missing: ['number'] })
  const target = { text: 'tin, bài', indicator: 'C06', op: '>=', value: 4, unit: 'tin, bài' } as const
  expect(rowAt('II.1 – gạch 1', [{ ...line, target }]).state).toBe('covered')
})

test('reports are told apart by their dates, and one after the superior’s date is late', () => {
  const half = aTask('half', 'Gửi báo cáo kết quả công tác bình đẳng giới', { topic: 'reporting', dueOn: '2026-05-20' })
  const year = aTask('year', 'Gửi báo cáo kết quả công tác bình đẳng giới', { topic: 'reporting', dueOn: '2026-12-10' })
  expect(rowAt('Báo cáo 1', [half, year])).toMatchObject({ state: 'covered', links: [{ nodeId: 'half' }] })
  expect(rowAt('Báo cáo 2', [half, year])).toMatchObject({ state: 'partial', missing: ['late'], links: [{ nodeId: 'year' }] })
})

test('what a person confirmed stays, also against a better proposal', () => {
  const decisions: readonly PointDecision[] = [{ pointId: pointAt(CADRE).id, nodeId: 'drill', verdict: 'confirmed' }]
  const row = rowAt(CADRE, [drill, cadreTask], decisions)
  expect(row).toMatchObject({ state: 'covered', isConfirmed: true })
  expect(row.links.map((link) => link.nodeId)).toEqual(['drill'])
})

test('what a person rejected is not proposed again, nor counted where the line claims it', () => {
  const { id } = pointAt(CADRE)
  const decisions: readonly PointDecision[] = [{ pointId: id, nodeId: 'cadre', verdict: 'rejected' }]
  expect(rowAt(CADRE, [cadreTask], decisions).state).toBe('missing')
  expect(rowAt(CADRE, [{ ...cadreTask, covers: [id] }], decisions).state).toBe('missing')
})

test('a confirmed line that was deleted answers no more', () => {
  const decisions: readonly PointDecision[] = [{ pointId: pointAt(CADRE).id, nodeId: 'gone', verdict: 'confirmed' }]
  expect(rowAt(CADRE, [drill], decisions)).toMatchObject({ state: 'missing', isConfirmed: false })
})

test('not applicable carries its reason, and said of a heading holds for all under it', () => {
  const reason = 'Đơn vị mới thành lập'
  const decisions: readonly PointDecision[] = [{ pointId: pointAt('II.1').id, verdict: 'not_applicable', reason }]
  expect(rowAt('II.1', [], decisions)).toMatchObject({ state: 'not_applicable', reason })
  expect(rowAt('II.1 – gạch 2', [], decisions)).toMatchObject({ state: 'not_applicable', reason, isConfirmed: true })
})

test('a heading is as good as what stands under it', () => {
  const month = aTask('month', 'Hưởng ứng Tháng hành động vì bình đẳng giới từ 15/11 đến 15/12')
  expect(rowAt('II.1', [drill]).state).toBe('missing')
  expect(rowAt('II.1', [month]).state).toBe('partial')
})

test('purposes answer nothing, however alike they read', () => {
  const purpose = aNode({ id: 'I', kind: 'section', part: 'purpose', text: 'MỤC ĐÍCH' })
  const row = coverage(POINTS, [purpose, { ...cadreTask, parentId: 'I' }]).rows.find((entry) => entry.point.labelPath === CADRE)
  expect(row?.state).toBe('missing')
})

test('the summary counts the points that have none under them', () => {
  const decisions: readonly PointDecision[] = [
    { pointId: pointAt('II.4').id, verdict: 'not_applicable', reason: 'Đã kiện toàn tháng 12/2025' },
    { pointId: pointAt(CADRE).id, verdict: 'confirmed', nodeId: 'cadre' },
  ]
  const { summary } = coverage(POINTS, [section, cadreTask], decisions)
  expect(summary.total).toBe(leafPoints(POINTS).length)
  expect(summary).toMatchObject({ notApplicable: 2, confirmed: 2, answered: summary.covered + 2 })
  expect(summary.covered + summary.partial + summary.notApplicable + summary.missing).toBe(summary.total)
})

test('an amendment opens only what reads otherwise', () => {
  const now = superiorPoints(
    { ...aSuperiorPlan(), deadlines: [{ kind: 'report', date: '2026-06-05', qualifier: 'before', text: 'báo cáo 6 tháng gửi Sở Giáo dục và Đào tạo' }] },
    'upper_secondary',
  )
  const changes = changedPoints(POINTS, now)
  const decisions: readonly PointDecision[] = [
    { pointId: pointAt(CADRE).id, verdict: 'confirmed', nodeId: 'cadre' },
    { pointId: pointAt('Báo cáo 1').id, verdict: 'confirmed', nodeId: 'half' },
  ]
  expect(carryDecisions(changes, decisions)).toEqual([decisions[0]])
  const covers = [pointAt(CADRE).id, pointAt('Báo cáo 1').id, pointAt('Báo cáo 2').id]
  expect(carryPointIds(changes, covers)).toEqual([pointAt(CADRE, now).id])
  const reopened = now.filter((point) => reopenedPoints(changes, covers).includes(point.id)).map((point) => point.labelPath)
  // The duty that named the date of the report is another sentence without it.
  expect(reopened).toEqual([CADRE, 'III – nhiệm vụ 1', 'Báo cáo 1'])
})

test('a reopened point is not answered by a proposal, nor by what was said of the point above it', () => {
  const reopened = POINTS.map((point) => (point.labelPath === CADRE ? { ...point, isReopened: true } : point))
  const row = (nodes: readonly PlanNode[], decisions: readonly PointDecision[] = []) => coverage(reopened, [section, ...nodes], decisions).rows.find(({ point }) => point.labelPath === CADRE)!
  const { id, parentId } = pointAt(CADRE)
  expect(row([cadreTask])).toMatchObject({ state: 'partial', missing: ['changed'] })
  expect(row([cadreTask], [{ pointId: parentId!, verdict: 'not_applicable', reason: 'Không thuộc nhiệm vụ' }]).state).toBe('partial')
  expect(row([cadreTask], [{ pointId: id, verdict: 'confirmed', nodeId: 'cadre' }]).state).toBe('covered')
  expect(row([{ ...cadreTask, covers: [id] }]).state).toBe('covered')
})

const OWN: SuperiorPoint = { ...pointAt(CADRE), parentId: null, ownDuty: { why: 'inspects' } }
const ownRow = (nodes: readonly PlanNode[], decisions: readonly PointDecision[] = []): CoverageRow | undefined => coverage([OWN], [section, ...nodes], decisions).rows[0]

test('what only the superior can do is proposed as not applicable, visibly unconfirmed', () => {
  expect(ownRow([drill])).toMatchObject({ state: 'not_applicable', isConfirmed: false, reason: null })
  expect(ownRow([cadreTask])).toMatchObject({ state: 'not_applicable', links: [] })
})

test('it applies when a person says so, or a line answers it', () => {
  expect(ownRow([cadreTask], [{ pointId: OWN.id, verdict: 'applies' }])).toMatchObject({ state: 'covered' })
  expect(ownRow([drill], [{ pointId: OWN.id, verdict: 'applies' }])).toMatchObject({ state: 'missing' })
  expect(ownRow([{ ...drill, covers: [OWN.id] }])).toMatchObject({ state: 'covered' })
})

test('it counts as decided once a person confirms the proposal', () => {
  const confirmed = { pointId: OWN.id, verdict: 'not_applicable', reason: 'Việc của Sở' } as const
  expect(ownRow([drill], [confirmed])).toMatchObject({ state: 'not_applicable', isConfirmed: true, reason: 'Việc của Sở' })
})
