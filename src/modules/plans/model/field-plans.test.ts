import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { readDocument } from '@songhanh/vanban/reading/read-document'
import { textToBlocks } from '@songhanh/vanban/reading/text-blocks'
import type { DocumentModel } from '@songhanh/vanban/model'
import { templates } from '../templates/all.ts'
import { coverage } from './coverage.ts'
import { draftPlan } from './draft-plan.ts'
import { fromDocument } from './from-document.ts'
import { UNIT_KINDS } from './roles.ts'
import { leafPoints, superiorPoints } from './superior-points.ts'

const CORPUS = process.env['SONGHANH_CORPUS'] ?? join(process.cwd(), '../shared/corpus')
const isHere = existsSync(join(CORPUS, 'raw'))

function fieldPlan(number: string): DocumentModel {
  const folder = join(CORPUS, 'raw')
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}_`))
  return readDocument(textToBlocks(readFileSync(join(folder, file ?? ''), 'utf8')))
}

describe.skipIf(!isHere)('plans of the field (skipped where the corpus is absent: set SONGHANH_CORPUS)', () => {
  test.each(UNIT_KINDS)('a Department’s plan becomes a draft of a %s that answers every point', (kind) => {
    let serial = 0
    const points = superiorPoints(fieldPlan('002'), kind)
    const unit = { name: 'Đơn vị mẫu', kind, parentName: 'Sở Giáo dục và Đào tạo' }
    const nodes = draftPlan({ from: 'superior', year: 2026, unit, template: templates[kind], points, observances: nationalObservanceDays(2026), newId: () => `n${++serial}` })
    const { summary } = coverage(points, nodes)
    expect(summary).toMatchObject({ total: leafPoints(points).length, answered: summary.total, missing: 0 })
    // What only the Department can do is asked of nobody below it, save of those who have units below themselves.
    expect(summary.notApplicable).toBe(kind === 'commune' || kind === 'department' ? 0 : 1)
    expect(summary.total).toBeGreaterThanOrEqual(18)
    expect(nodes.filter((node) => node.topic === 'reporting' && node.kind === 'task').map((node) => node.dueOn)).toEqual(['2026-05-20', '2026-11-23'])
  })

  test('the Department’s task sections give their headings and bullets, its own offices’ duties none', () => {
    const points = superiorPoints(fieldPlan('002'), 'upper_secondary')
    const bullets = (heading: string): number => points.filter((point) => point.labelPath.startsWith(`${heading} – `)).length
    expect(['II.1', 'II.2', 'II.3', 'II.4', 'II.5'].map(bullets)).toEqual([2, 1, 2, 8, 5])
    expect(points.filter((point) => point.kind === 'report').map((point) => point.deadline?.date)).toEqual(['2026-05-28', '2026-12-01'])
    expect(points.some((point) => point.addressedTo?.startsWith('Các thành viên'))).toBe(false)
  })

  test('of the Department’s tasks only its inspection of the schools is its own', () => {
    const own = superiorPoints(fieldPlan('002'), 'upper_secondary').filter((point) => point.ownDuty)
    expect(own.map((point) => [point.labelPath, point.ownDuty])).toEqual([['II.5 – gạch 4', { why: 'inspects' }]])
  })

  test.each(['000', '001', '003', '004'])('plan %s of a school can serve as last year’s', (number) => {
    let serial = 0
    const nodes = fromDocument(fieldPlan(number), { newId: () => `n${++serial}` })
    expect(nodes.filter((node) => node.kind === 'task').length).toBeGreaterThanOrEqual(10)
    expect(nodes.filter((node) => node.parentId === null).length).toBeGreaterThanOrEqual(3)
  })
})
