import { expect, test } from 'vitest'
import { checkValues } from '#core/records/model/check-values.ts'
import type { Field } from '#core/records/model/kind.ts'
import type { FieldValue } from '#core/records/model/record.ts'
import { KINDS } from '../kinds/all.ts'
import { club } from '../kinds/club.ts'
import { communication } from '../kinds/communication.ts'
import { counselling } from '../kinds/counselling.ts'
import { meeting } from '../kinds/meeting.ts'
import { publication } from '../kinds/publication.ts'
import { audiencesOf, byNearness, enrolledIn, likelyTask, missingIn, photosOf, type QuickForm, type QuickTask, quickValues, requiredFields, schoolYearAt } from './quick.ts'

function aTask(nodeId: string, dueOn: string | null, startOn: string | null = null): QuickTask {
  return { taskId: nodeId, nodeId, planId: 'p', text: nodeId, startOn, dueOn, isMine: false }
}

const form: QuickForm = { recordId: 'r', kind: 'communication', onDay: '2026-05-18', taskId: null, nodeId: null, planId: null, title: 'Chuyên đề', fields: {}, counts: { pupils: { female: 212, male: 198 } }, photos: [], consent: false, result: '' }

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
  expect(missingIn(form, communication)).toEqual([])
  expect(missingIn({ ...form, title: ' ', counts: { pupils: { female: null, male: 0 } } }, communication)).toEqual(['title', 'counts'])
  const photo = { uploadId: 'u', name: 'a.jpg', bytes: 1, digest: 'd', takenOn: null }
  expect(missingIn({ ...form, photos: [photo] }, communication)).toEqual(['consent'])
  expect(missingIn({ ...form, photos: [photo], consent: true }, communication)).toEqual([])
})

test('what was not counted is left out, what is nobody is zero', () => {
  const { headCounts } = quickValues({ ...form, counts: { pupils: { female: 3, male: null }, teachers: { female: 0, male: null } } }, communication)
  expect(headCounts.map(({ audience, sex, contacts }) => [audience, sex, contacts])).toEqual([
    ['teachers', 'F', 0],
    ['pupils', 'F', 3],
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

/** What somebody would enter. */
function anAnswer({ type, choices }: Field): FieldValue {
  if (type === 'choice') return choices![0]!
  return type === 'number' || type === 'money' ? 2 : 'Đoàn trường'
}

test.each([...KINDS.values()])('a $code is entered on the phone: what it must know is asked, and the record is whole', (kind) => {
  expect(missingIn({ ...form, fields: {} }, kind).filter((part) => part.startsWith('field.'))).toEqual(requiredFields(kind).map(({ id }) => `field.${id}`))
  const { first } = audiencesOf(kind)
  const pair = kind.counting === 'reach' ? { female: null, male: null, all: 300 } : { female: 12, male: 10 }
  const filled = { ...form, kind: kind.code, fields: Object.fromEntries(requiredFields(kind).map((field) => [field.id, anAnswer(field)])), counts: { [first[0]!]: pair } }
  expect(missingIn(filled, kind)).toEqual([])
  expect(checkValues(kind, kind.version, quickValues(filled, kind))).toEqual([])
  // a name, the counts of one audience and at most two answers: under a minute
  expect(requiredFields(kind).length).toBeLessThanOrEqual(2)
})

test('only audiences of the kind are asked, and what was typed before the kind changed is not sent', () => {
  expect(audiencesOf(meeting)).toEqual({ first: ['teachers', 'managers'], further: ['staff', 'parents', 'community'] })
  const typed = { ...form, counts: { pupils: { female: 5, male: 5 }, teachers: { female: 3, male: 2 } } }
  expect(quickValues(typed, meeting).headCounts.map(({ audience }) => audience)).toEqual(['teachers', 'teachers'])
})

test('where the same people come again the counts are contacts, and readers have no sex', () => {
  expect(quickValues(form, club).headCounts[0]).toMatchObject({ contacts: 212, persons: null })
  const read = { ...form, counts: { community: { female: null, male: null, all: 900 } } }
  expect(quickValues(read, publication).headCounts).toMatchObject([{ audience: 'community', sex: '', contacts: 900, persons: null }])
  expect(missingIn({ ...form, fields: { channel: 'zalo' }, counts: {} }, publication)).toEqual([])
})

test('nobody who seeks advice is photographed', () => {
  const photo = { uploadId: 'u', name: 'a.jpg', bytes: 1, digest: 'd', takenOn: null }
  expect(photosOf({ ...form, photos: [photo] }, counselling)).toEqual([])
})
