import { expect, test } from 'vitest'
import { byNearness, enrolledIn, likelyTask, missingIn, type QuickForm, type QuickTask, quickValues, schoolYearAt } from './quick.ts'

function aTask(nodeId: string, dueOn: string | null, startOn: string | null = null): QuickTask {
  return { taskId: nodeId, nodeId, planId: 'p', text: nodeId, startOn, dueOn, isMine: false }
}

const form: QuickForm = { recordId: 'r', kind: 'communication', onDay: '2026-05-18', taskId: null, nodeId: null, planId: null, title: 'Chuyên đề', counts: { pupils: { female: 212, male: 198 } }, photos: [], consent: false, result: '' }

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

test('of two tasks that are equally near the own one goes first', () => {
  expect(byNearness([aTask('other', '2026-05-20'), { ...aTask('mine', '2026-05-20'), isMine: true }], '2026-05-18')[0]?.nodeId).toBe('mine')
})

test('head-counts are offered for the school, each grade and each class, and only where every class is known', () => {
  const aClass = (grade: string, name: string, enrolled: number | null, female: number | null) => ({ grade, name, numbers: { enrolled, enrolledFemale: female } })
  expect(enrolledIn({ classes: [aClass('10', '10A', 40, 21), aClass('10', '10B', 38, 20), aClass('11', '11A', 41, null)] })).toEqual([
    { of: 'grade', name: '10', female: 41, male: 37 },
    { of: 'class', name: '10A', female: 21, male: 19 },
    { of: 'class', name: '10B', female: 20, male: 18 },
  ])
  expect(enrolledIn({ classes: [aClass('10', '10A', 40, 21)] })[0]).toEqual({ of: 'school', name: '', female: 21, male: 19 })
  expect(enrolledIn({ classes: [] })).toEqual([])
})

test('the school year begins in September', () => {
  expect([schoolYearAt('2026-08-31'), schoolYearAt('2026-09-01')]).toEqual([2025, 2026])
})
