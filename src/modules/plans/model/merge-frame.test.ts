import { describe, expect, it } from 'vitest'
import { mergeFrame } from './merge-frame.ts'
import type { PlanFrame } from './plan-frame.ts'

const base: PlanFrame = {
  docTitle: 'Thực hiện công tác bình đẳng giới năm 2026',
  preamble: ['Căn cứ Luật Bình đẳng giới'],
  lead: 'Nhà trường xây dựng Kế hoạch như sau:',
  closing: null,
  recipients: ['Sở GDĐT (báo cáo)', 'Lưu: VT'],
  signer: { authority: null, position: 'HIỆU TRƯỞNG', name: 'Lê Thị Mơ' },
  place: 'Sông Mơ',
}

describe('two people who change the frame of a plan', () => {
  it('in different parts both have their way', () => {
    const mine = { ...base, closing: 'Yêu cầu các tổ thực hiện.', signer: { ...base.signer, authority: 'KT. HIỆU TRƯỞNG' } }
    const theirs = { ...base, recipients: [...base.recipients, 'Chi bộ'], signer: { ...base.signer, name: 'Trần Thu Hà' } }
    expect(mergeFrame(base, mine, theirs)).toEqual({
      frame: { ...base, closing: mine.closing, recipients: theirs.recipients, signer: { authority: 'KT. HIỆU TRƯỞNG', position: 'HIỆU TRƯỞNG', name: 'Trần Thu Hà' } },
      conflicts: [],
    })
  })

  it('in the same part keep what is saved, and are told', () => {
    const mine = { ...base, preamble: ['Căn cứ Luật Bình đẳng giới', 'Căn cứ Luật Trẻ em'], place: 'Thạch Mơ' }
    const theirs = { ...base, preamble: ['Căn cứ Hiến pháp'] }
    expect(mergeFrame(base, mine, theirs)).toEqual({ frame: { ...theirs, place: 'Thạch Mơ' }, conflicts: ['preamble'] })
  })

  it('in the same way do not stand in each other’s way', () => {
    const same = { ...base, closing: 'Yêu cầu các tổ thực hiện.' }
    expect(mergeFrame(base, same, same)).toEqual({ frame: same, conflicts: [] })
  })

  it('may empty a part', () => {
    expect(mergeFrame(base, { ...base, lead: null }, { ...base, place: null }).frame).toEqual({ ...base, lead: null, place: null })
  })
})
