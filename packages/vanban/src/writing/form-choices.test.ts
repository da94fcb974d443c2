import { describe, expect, test } from 'vitest'
import { FormChoiceError, refusedChoices } from './form-choices.ts'
import { rulesOn } from './form-rules.ts'
import { layout } from './layout.ts'
import { departures } from './measuring/measured.ts'
import { measureDocx } from './measuring/measured-docx.ts'
import { measurePdf } from './measuring/measured-pdf.ts'
import { samplePlan, sampleProposal } from './samples.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'

const rules = rulesOn('2026-03-05')
const { header } = samplePlan()

describe('what a unit chooses', () => {
  test('13 points for the body is printed in both files', async () => {
    const choices = { bodySize: 13 }
    const places = { body: 'Trường Tiểu học Mai Xuân xây dựng', subject: 'Thực hiện công tác', name: 'Trần Thị Ngọc Lan' } as const
    const own = { ...rules, body: { ...rules.body, size: 13 } }
    const files = [await measureDocx(await writeDocx(samplePlan(), { choices })), await measurePdf(await writePdf(samplePlan(), { choices }), [0, 3, 4], 13)]
    for (const measured of files) {
      expect(departures(measured, own, places, ['Times New Roman', 'Tinos'])).toEqual([])
      expect(measured.sheets[0]?.lines.find((line) => line.text.startsWith(places.body))?.size).toBe(13)
    }
  })

  test('its own lines stand in the letterhead, in a size in which they fit', () => {
    const [head] = layout(sampleProposal(), { choices: { issuerLines: ['Trường trung học cơ sở', 'và trung học phổ thông', 'Nguyễn Thị Minh Tâm'] } }).sheets[0]?.parts ?? []
    expect(head).toMatchObject({ issuer: ['TRƯỜNG TRUNG HỌC CƠ SỞ', 'VÀ TRUNG HỌC PHỔ THÔNG', 'NGUYỄN THỊ MINH TÂM'] })
    const [small] = layout(samplePlan(), { choices: { letterheadSize: 12 } }).sheets[0]?.parts ?? []
    expect(small).toMatchObject({ styles: { nationalTitle: { size: 12 }, motto: { size: 13 }, date: { size: 13 } } })
  })
})

describe('what leaves the decree is refused with a sentence', () => {
  test.each([
    [{ bodySize: 15 }, /Cỡ chữ nội dung 15 .* từ 13 đến 14/u],
    [{ bodySize: 12.5 }, /Cỡ chữ nội dung 12\.5/u],
    [{ bodySize: Number.NaN }, /Cỡ chữ nội dung/u],
    [{ letterheadSize: 14 }, /chỉ có thể là 12 hoặc 13/u],
    [{ issuerLines: ['TRƯỜNG TIỂU HỌC'] }, /phải ghi đủ “TRƯỜNG TIỂU HỌC MAI XUÂN”/u],
    [{ issuerLines: ['TRƯỜNG TIỂU HỌC', '', 'MAI XUÂN'] }, /không được để trống/u],
    [{ parentLines: ['UBND PHƯỜNG BẾN NGỰ, THÀNH PHỐ HUẾ VÀ CÁC PHƯỜNG'] }, /dài quá phần dành cho tên cơ quan chủ quản/u],
  ])('%j', (choices, sentence) => {
    expect(refusedChoices(choices, header).join(' ')).toMatch(sentence)
    expect(() => layout(samplePlan(), { choices })).toThrow(FormChoiceError)
  })

  test('several faults are told together', () => {
    expect(refusedChoices({ bodySize: 20, letterheadSize: 20 }, header)).toHaveLength(2)
  })
})
