import { describe, expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { templates } from '../templates/all.ts'
import { linesOf } from '../templates/template.ts'
import { coverage } from './coverage.ts'
import { draftPlan, type DraftRequest } from './draft-plan.ts'
import { isOrdinaryWorkingDay } from './days.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import { inReadingOrder, treeOf } from './plan-tree.ts'
import { UNIT_KINDS } from './roles.ts'
import { aSuperiorPlan } from './superior-plan-sample.ts'
import { leafPoints, superiorPoints } from './superior-points.ts'

function aDraft(given: Partial<DraftRequest> = {}): readonly PlanNode[] {
  let serial = 0
  return draftPlan({
    from: 'superior',
    year: 2026,
    unit: { name: 'Trường THPT Sông Hồng', kind: 'upper_secondary', parentName: 'Sở Giáo dục và Đào tạo tỉnh Sông Lam' },
    template: templates.upper_secondary,
    points: superiorPoints(aSuperiorPlan(), 'upper_secondary'),
    observances: nationalObservanceDays(2026),
    newId: () => `n${++serial}`,
    ...given,
  })
}

describe.each(UNIT_KINDS)('a draft for a %s', (kind) => {
  const points = superiorPoints(aSuperiorPlan(), kind)
  const unit = { name: 'Đơn vị mẫu', kind, parentName: 'Sở Giáo dục và Đào tạo' }
  const nodes = aDraft({ unit, template: templates[kind], points })
  const tasks = nodes.filter((node) => node.kind === 'task')

  test('answers every point of the superior, as a proposal', () => {
    const { summary, rows } = coverage(points, nodes)
    // The Department's inspection of its schools is no school's duty.
    const left = kind === 'commune' || kind === 'department' ? [] : [['II.3 – gạch 2', 'not_applicable', []]]
    expect(rows.filter((row) => row.state !== 'covered').map((row) => [row.point.labelPath, row.state, row.missing])).toEqual(left)
    expect(summary).toMatchObject({ answered: leafPoints(points).length, confirmed: 0 })
  })

  test('keeps the lines of the template that answer nothing', () => {
    const kept = new Set(nodes.map((node) => node.templateLine))
    const reports = linesOf(templates[kind]).filter(({ line }) => line.topic === 'reporting').map(({ line }) => line.id)
    const lost = linesOf(templates[kind]).map(({ line }) => line.id).filter((id) => !kept.has(id) && !reports.includes(id))
    expect(lost).toEqual([])
  })

  test('assigns every task and dates it in the year of the plan', () => {
    for (const task of tasks) {
      expect(task.lead, task.text).not.toBeNull()
      expect(task.dueOn?.slice(0, 4), task.text).toBe('2026')
      expect((task.startOn ?? '') <= (task.dueOn ?? ''), task.text).toBe(true)
    }
  })

  test('leaves no word open and does not direct other schools where it is one', () => {
    const text = nodes.map((node) => `${node.text} ${node.product ?? ''}`).join('\n')
    expect(text).not.toMatch(/[{}]/)
    if (kind !== 'commune' && kind !== 'department') expect(text).not.toMatch(/chỉ đạo các trường|các đơn vị trực thuộc/i)
  })

  test('is a forest with unique ids', () => {
    expect(inReadingOrder(nodes)).toHaveLength(nodes.length)
    expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length)
    expect(treeOf(nodes).map((root) => root.node.part)).toEqual(['purpose', 'objectives', 'tasks', 'budget', 'organisation'])
  })
})

test('the superior’s report dates become tasks a week earlier on a working day', () => {
  const reports = aDraft().filter((node) => node.topic === 'reporting' && node.kind === 'task')
  expect(reports.map((node) => [node.dueOn, node.text])).toEqual([
    ['2026-05-20', 'Hoàn thành và gửi báo cáo 6 tháng đầu năm 2026 cho Sở Giáo dục và Đào tạo tỉnh Sông Lam chậm nhất ngày 27/05/2026.'],
    ['2026-11-23', 'Hoàn thành và gửi báo cáo năm 2026 cho Sở Giáo dục và Đào tạo tỉnh Sông Lam chậm nhất ngày 30/11/2026.'],
  ])
  for (const report of reports) expect(isOrdinaryWorkingDay(report.dueOn ?? '')).toBe(true)
})

test('working days are those of the calendar that is given', () => {
  const reports = aDraft({ isWorkingDay: (day) => day !== '2026-05-20' && isOrdinaryWorkingDay(day) })
  expect(reports.find((node) => node.topic === 'reporting' && node.text.includes('6 tháng'))?.dueOn).toBe('2026-05-19')
})

test('a third report gets a line of its own', () => {
  const plan = aSuperiorPlan()
  const deadlines = [...plan.deadlines, { kind: 'report', date: '2026-12-18', qualifier: 'before', text: 'báo cáo kết quả Tháng hành động' } as const]
  const points = superiorPoints({ ...plan, deadlines }, 'upper_secondary')
  const reports = aDraft({ points }).filter((node) => node.topic === 'reporting' && node.kind === 'task')
  expect(reports.map((node) => node.dueOn)).toEqual(['2026-05-20', '2026-11-23', '2026-12-10'])
  expect(reports[2]?.text).toContain('Tháng hành động')
})

test('groups of tasks follow the order of the superior', () => {
  const tasks = treeOf(aDraft()).find((root) => root.node.part === 'tasks')
  expect(tasks?.children.slice(0, 2).map((group) => group.node.text)).toEqual([
    'Truyền thông nâng cao nhận thức, thay đổi hành vi',
    'Tổ chức các đợt cao điểm trong năm',
  ])
})

test('a matter for which no line exists is told in the unit’s own words', () => {
  const plan = aSuperiorPlan({ targets: [], deadlines: [], assignments: [] })
  const tasks = plan.sections[1]
  if (!tasks) throw new Error('no tasks')
  const item = { marker: '-', text: 'Chỉ đạo các trường THPT lắp đặt bình chữa cháy ở khu bếp.', items: [] }
  const points = superiorPoints(
    { ...plan, sections: [{ ...tasks, children: [{ label: '1', title: 'An toàn cháy nổ', kind: 'tasks', depth: 2, items: [item], children: [] }] }] },
    'upper_secondary',
  )
  const answer = aDraft({ points }).find((node) => node.covers.length > 0)
  expect(answer?.text).toContain('theo mục II.1 kế hoạch của cấp trên')
  expect(answer?.text).not.toMatch(/chỉ đạo các trường/i)
  expect(answer).toMatchObject({ kind: 'task', lead: { role: 'committee' } })
})

test('from the template the gaps stay open for a person', () => {
  const nodes = aDraft({ from: 'template' })
  expect(nodes.some((node) => node.templateLine?.startsWith('answer.'))).toBe(false)
  expect(nodes.some((node) => node.covers.length > 0)).toBe(true)
})

test('from last year dates and words move, ids are new, points are linked anew', () => {
  const lastYear = aDraft({ year: 2025, points: [] })
  const nodes = aDraft({ from: 'last_year', lastYear: { year: 2025, nodes: lastYear } })
  expect(nodes.find((node) => node.templateLine === 'peaks.action_month')).toMatchObject({ startOn: '2026-11-15', dueOn: '2026-12-15' })
  expect(nodes.find((node) => node.templateLine === 'budget.estimate')?.text).toContain('năm 2027')
  expect(nodes.map((node) => node.text).join()).not.toContain('2025')
  expect(nodes.some((node) => node.covers.length > 0)).toBe(true)
  expect(inReadingOrder(nodes)).toHaveLength(lastYear.length)
})

test('an empty plan has its headings and the superior’s reports', () => {
  const nodes = aDraft({ from: 'empty' })
  expect(nodes.filter((node) => node.kind === 'task').map((node) => node.dueOn)).toEqual(['2026-05-20', '2026-11-23'])
  expect(nodes.filter((node) => node.parentId === null)).toHaveLength(5)
})

test('without a superior it is the template', () => {
  const nodes = aDraft({ points: [], unit: { name: 'Trường A', kind: 'primary', parentName: null }, template: templates.primary })
  expect(nodes.flatMap((node) => node.covers)).toEqual([])
  expect(nodes.map((node) => node.text).join(' ')).toContain('kế hoạch của cấp trên')
})

test('a lone root is kept where last year’s plan has no tasks section', () => {
  const lastYear = [aNode({ id: 'x', kind: 'section', text: 'NỘI DUNG' })]
  const nodes = aDraft({ from: 'last_year', lastYear: { year: 2025, nodes: lastYear } })
  expect(nodes.filter((node) => node.kind === 'task')).toHaveLength(2)
})
