import { expect, test } from 'vitest'
import type { AgendaEntry } from '../contract.ts'
import { toIcs } from './to-ics.ts'

const head = { name: 'Lịch của cô Hà', publicUrl: 'https://songhanh.example', at: new Date('2026-03-01T00:00:00Z') }

function anEntry(override: Partial<AgendaEntry> = {}): AgendaEntry {
  return { id: 'observance:womens_day:2026', kind: 'observance', state: 'none', day: '2026-03-08', until: null, title: 'Ngày Quốc tế Phụ nữ', titleEn: null, note: null, isMine: false, href: null, ...override }
}

/** Lines longer than 75 octets are folded. */
const unfolded = (ics: string) => ics.replace(/\r\n[ \t]/g, '')

test('a single day ends on the day after it', () => {
  const ics = unfolded(toIcs(head, [anEntry()]))
  expect(ics).toContain('DTSTART;VALUE=DATE:20260308\r\n')
  expect(ics).toContain('DTEND;VALUE=DATE:20260309\r\n')
  expect(ics).toContain('UID:observance:womens_day:2026@songhanh.example\r\n')
  expect(ics).toContain('TRANSP:TRANSPARENT\r\n')
})

test('the last day of something that lasts belongs to it', () => {
  expect(unfolded(toIcs(head, [anEntry({ day: '2026-11-15', until: '2026-12-15' })]))).toContain('DTEND;VALUE=DATE:20261216\r\n')
})

test('commas, line breaks and long Vietnamese titles survive', () => {
  const title = 'Tọa đàm “Bình đẳng giới, an toàn cho phụ nữ và trẻ em gái trong kỷ nguyên số”; dành cho cha mẹ học sinh khối 10'
  const ics = toIcs(head, [anEntry({ title, note: 'Chủ trì: Trưởng ban\nHạn: 08/03/2026' })])
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76)
  expect(unfolded(ics)).toContain(`SUMMARY:${title.replace(/[,;]/g, (sign) => `\\${sign}`)}\r\n`)
  expect(unfolded(ics)).toContain('DESCRIPTION:Chủ trì: Trưởng ban\\nHạn: 08/03/2026\r\n')
})

test('what is done says so and leads back to its screen', () => {
  const ics = unfolded(toIcs(head, [anEntry({ state: 'done', href: '/phan-cong/7' })]))
  expect(ics).toContain('SUMMARY:✓ Ngày Quốc tế Phụ nữ')
  expect(ics).toContain('URL;VALUE=URI:https://songhanh.example/phan-cong/7')
})
