import { expect, test } from 'vitest'
import type { DocumentModel, Section } from '@songhanh/vanban/model'
import { addresseeOf } from './addressees.ts'
import { internalDayOf, lastDayOf } from './deadlines.ts'
import { aSection, aSuperiorPlan } from './superior-plan-sample.ts'
import { changedPoints, leafPoints, superiorPoints } from './superior-points.ts'

const PLAN = aSuperiorPlan()

test('headings and items of tasks, duties of the unit, loose targets and report dates are points', () => {
  const points = superiorPoints(PLAN, 'upper_secondary')
  expect(points.map((point) => [point.kind, point.labelPath])).toEqual([
    ['heading', 'II.1'],
    ['item', 'II.1 – gạch 1'],
    ['item', 'II.1 – gạch 2'],
    ['heading', 'II.2'],
    ['item', 'II.2 – gạch 1'],
    ['heading', 'II.3'],
    ['item', 'II.3 – gạch 1'],
    ['item', 'II.3 – gạch 2'],
    ['heading', 'II.4'],
    ['duty', 'III – nhiệm vụ 1'],
    ['target', 'Chỉ tiêu 1'],
    ['report', 'Báo cáo 1'],
    ['report', 'Báo cáo 2'],
  ])
  expect(leafPoints(points)).toHaveLength(10)
})

test('purposes, and reports that an office of the superior owes, are no points', () => {
  const texts = superiorPoints(PLAN).map((point) => point.text).join('|')
  expect(texts).not.toContain('khoảng cách giới')
  expect(texts).not.toContain('toàn ngành')
})

test('a target that stands in an item is the number of that item', () => {
  const points = superiorPoints(PLAN, 'upper_secondary')
  expect(points.find((point) => point.labelPath === 'II.1 – gạch 1')?.target?.value).toBe(4)
  expect(points.find((point) => point.kind === 'target')?.text).toContain('nữ trong quy hoạch')
})

test('a duty is told without the report dates, which are points of their own', () => {
  const duty = superiorPoints(PLAN, 'upper_secondary').find((point) => point.kind === 'duty')
  expect(duty?.text).toBe('Phân công cán bộ đầu mối theo dõi công tác bình đẳng giới.')
  expect(duty?.addressedTo).toBe('Các trường THPT, đơn vị trực thuộc')
})

test('a task headed for other units is left to them', () => {
  const paths = (kind: 'upper_secondary' | 'commune'): readonly string[] =>
    superiorPoints(PLAN, kind).map((point) => point.labelPath)
  expect(paths('upper_secondary')).not.toContain('II.5')
  expect(paths('commune')).toContain('II.5 – gạch 1')
  expect(paths('commune')).not.toContain('III – nhiệm vụ 1')
})

test('ids depend on place and words alone, and differ', () => {
  const points = superiorPoints(PLAN)
  expect(superiorPoints(structuredClone(PLAN))).toEqual(points)
  expect(new Set(points.map((point) => point.id)).size).toBe(points.length)
})

test('nested bullets, lettered points, run-in headings and rows of a task table are points at their place', () => {
  const sections: readonly Section[] = [
    aSection({
      label: 'II',
      title: 'NHIỆM VỤ',
      children: [
        aSection({
          label: '1',
          title: 'Truyền thông',
          depth: 2,
          items: [
            { marker: '-', text: 'Hình thức, cụ thể:', items: [{ marker: '+', text: 'Thi tìm hiểu pháp luật', items: [] }] },
            { marker: 'a)', text: 'Phát thanh măng non', items: [] },
          ],
        }),
        aSection({
          label: '2',
          title: 'Kiểm tra',
          depth: 2,
          runIn: true,
          items: [{ marker: null, text: 'Kiểm tra: mỗi năm một lần.', items: [] }],
        }),
      ],
    }),
    aSection({
      label: 'Phụ lục',
      title: 'PHÂN CÔNG',
      kind: 'appendix',
      items: [
        {
          table: {
            head: [['TT', 'Nhiệm vụ', 'Đơn vị chủ trì']],
            rows: [
              ['1', 'Báo cáo đội ngũ nữ', 'Các trường THPT'],
              ['2', 'Tổng hợp số liệu', 'Phòng TCCB'],
            ],
          },
        },
      ],
    }),
  ]
  const document: DocumentModel = { ...PLAN, sections, assignments: [], targets: [], deadlines: [] }
  expect(superiorPoints(document, 'upper_secondary').map((point) => [point.labelPath, point.text])).toEqual([
    ['II.1', 'Truyền thông'],
    ['II.1 – gạch 1', 'Hình thức, cụ thể:'],
    ['II.1 – gạch 1 – gạch 1', 'Thi tìm hiểu pháp luật'],
    ['II.1.a', 'Phát thanh măng non'],
    ['II.2', 'Kiểm tra: mỗi năm một lần.'],
    ['Phụ lục – dòng 1', 'Báo cáo đội ngũ nữ'],
  ])
})

test.each([
  ['Các trường THPT, đơn vị trực thuộc', 'upper_secondary', 'units'],
  ['Các trường THPT, đơn vị trực thuộc', 'kindergarten', 'others'],
  ['Ban Vì sự tiến bộ của phụ nữ các trường THPT', 'continuing', 'others'],
  ['Ban Vì sự tiến bộ của phụ nữ ngành', 'upper_secondary', 'superior'],
  ['Các thành viên của Ban Vì sự tiến bộ của phụ nữ ngành Giáo dục', null, 'superior'],
  ['Thủ trưởng các đơn vị', 'primary', 'units'],
  ['Các cơ sở giáo dục', 'kindergarten', 'units'],
  ['UBND các xã, phường', 'commune', 'units'],
  ['UBND các xã, phường', 'primary', 'others'],
  ['Phòng Văn hóa - Xã hội', 'commune', 'units'],
  ['Văn phòng Sở', null, 'superior'],
  ['Đề nghị Hội Liên hiệp Phụ nữ tỉnh', null, 'others'],
  ['Giám đốc các Sở Giáo dục và Đào tạo', 'department', 'units'],
] as const)('“%s” seen by %s means %s', (party, kind, expected) => {
  expect(addresseeOf(party, kind)).toBe(expected)
})

test.each([
  ['2026-05-28', 'before', '2026-05-27'],
  ['2026-12', 'by', '2026-12-31'],
  ['--12-20', 'by', '2026-12-20'],
  ['../2026-06-10', 'by', '2026-06-10'],
  ['text:hằng quý', null, null],
] as const)('a deadline %s %s ends on %s', (date, qualifier, expected) => {
  expect(lastDayOf({ date, qualifier }, 2026)).toBe(expected)
})

test('a report is to be ready a week earlier, on a working day', () => {
  expect(internalDayOf('2026-05-27')).toBe('2026-05-20')
  expect(internalDayOf('2026-11-30')).toBe('2026-11-23')
  expect(internalDayOf('2026-12-20')).toBe('2026-12-11')
})

test('of an amended plan only what reads otherwise is changed', () => {
  const before = superiorPoints(PLAN, 'upper_secondary')
  const amended = structuredClone(PLAN) as DocumentModel
  const tasks = amended.sections[1]
  if (!tasks) throw new Error('no tasks')
  const first = tasks.children[0]
  const rewritten: Section = {
    ...tasks,
    children: [
      {
        ...aSection({ title: 'Truyền thông nâng cao nhận thức', label: '1', depth: 2 }),
        items: [
          { marker: '-', text: 'Đối thoại với nam giới, trẻ em trai về chia sẻ việc nhà.', items: [] },
          ...(first?.items.slice(0, 1) ?? []),
          { marker: '-', text: 'Hưởng ứng Tháng hành động vì bình đẳng giới từ ngày 15/11 đến ngày 15/12/2026, có lễ phát động.', items: [] },
        ],
      },
      ...tasks.children.slice(2),
    ],
  }
  const now = superiorPoints({ ...amended, sections: [rewritten, ...amended.sections.slice(2)] }, 'upper_secondary')
  const changes = changedPoints(before, now)
  expect(changes.added.map((point) => point.text)).toEqual(['Đối thoại với nam giới, trẻ em trai về chia sẻ việc nhà.'])
  expect(changes.removed.map((point) => point.labelPath)).toEqual(['II.2', 'II.2 – gạch 1'])
  expect(changes.changed.map((pair) => pair.old.labelPath)).toEqual(['II.1 – gạch 2'])
  expect(changes.unchanged.map((pair) => [pair.old.labelPath, pair.now.labelPath])).toContainEqual([
    'II.1 – gạch 1',
    'II.1 – gạch 2',
  ])
  expect(changedPoints(before, before).unchanged).toHaveLength(before.length)
})
