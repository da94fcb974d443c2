import { expect, test } from 'vitest'
import { byNearness, likelyTask, missingIn, type QuickForm, type QuickTask, quickValues } from './quick.ts'

function aTask(nodeId: string, dueOn: string | null, startOn: string | null = null): QuickTask {
  return { nodeId, planId: 'p', text: nodeId, startOn, dueOn }
}

const form: QuickForm = { recordId: 'r', kind: 'communication', onDay: '2026-05-18', nodeId: null, planId: null, title: 'Chuyên đề', counts: { pupils: { female: 212, male: 198 } }, photos: [], consent: false, result: '' }

test('the task of the day is chosen beforehand, else the nearest one within a week before or after', () => {
  expect(likelyTask([aTask('later', '2026-05-20'), aTask('today', '2026-05-18')], '2026-05-18')?.nodeId).toBe('today')
  expect(likelyTask([aTask('later', '2026-05-25'), aTask('before', '2026-05-15')], '2026-05-18')?.nodeId).toBe('before')
  expect(likelyTask([aTask('far', '2026-05-26'), aTask('without', null)], '2026-05-18')).toBeNull()
  expect(likelyTask([], '2026-05-18')).toBeNull()
})

test('a task that is due today goes before one that runs for months', () => {
  const tasks = [aTask('all year', '2026-12-31', '2026-01-01'), aTask('today', '2026-05-18'), aTask('without', null)]
  expect(byNearness(tasks, '2026-05-18').map(({ nodeId }) => nodeId)).toEqual(['today', 'all year', 'without'])
})

test('only a name and one count are asked for; pictures ask for the line about privacy', () => {
  expect(missingIn(form)).toEqual([])
  expect(missingIn({ ...form, title: ' ', counts: { pupils: { female: null, male: 0 } } })).toEqual(['title', 'counts'])
  const photo = { uploadId: 'u', name: 'a.jpg', bytes: 1, digest: 'd', takenOn: null }
  expect(missingIn({ ...form, photos: [photo] })).toEqual(['consent'])
  expect(missingIn({ ...form, photos: [photo], consent: true })).toEqual([])
})

test('what was not counted is left out, what is nobody is zero', () => {
  const { headCounts } = quickValues({ ...form, counts: { pupils: { female: 3, male: null }, teachers: { female: 0, male: null } } })
  expect(headCounts.map(({ audience, sex, contacts }) => [audience, sex, contacts])).toEqual([
    ['pupils', 'F', 3],
    ['teachers', 'F', 0],
  ])
})
