import { expect, test } from 'vitest'
import type { RecordValues } from '#core/records/model/record.ts'
import { chosenInput } from './choose.ts'

const there: RecordValues = {
  onDay: '2026-05-18', untilDay: null, title: 'Bản trên máy tính', place: 'Hội trường', result: null, fields: { channel: 'talk' },
  headCounts: [{ audience: 'pupils', sex: 'F', ageGroup: '', ethnicity: '', contacts: 200, persons: 200 }],
  cost: null, costSource: null, taskId: null, planId: null, nodeId: null,
}
const mine: RecordValues = { ...there, title: 'Bản trên điện thoại', place: null, headCounts: [{ ...there.headCounts[0]!, contacts: 212, persons: 212 }] }
const sent = { recordId: 'r', revision: 1, values: mine, attendance: [{ fullName: 'Nguyễn Thị Mẫu' }] }
const standing = { revision: 4, values: there }

test('the parts that were chosen go back as they were sent, everything else stays as the server has it', () => {
  const { revision, values } = chosenInput(sent, standing, ['title', 'people.pupils']) as { revision: number; values: RecordValues }
  expect(revision).toBe(4)
  expect(values).toEqual({ ...there, title: 'Bản trên điện thoại', headCounts: mine.headCounts })
})

test('the list of participants goes along only where it was chosen', () => {
  expect(chosenInput(sent, standing, ['title'])).not.toHaveProperty('attendance')
  expect(chosenInput(sent, standing, ['attendance'])).toMatchObject({ attendance: sent.attendance, values: there })
})

test('nothing is sent where the server is right in every part', () => {
  expect(chosenInput(sent, standing, [])).toBeNull()
})
