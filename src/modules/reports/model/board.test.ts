import { describe, expect, it } from 'vitest'
import { isOwing, isRecent, nextStepOf } from './board.ts'
import { reminderFor } from './reminder.ts'

const row = { reminders: 0, closedOn: null, successors: [] }

describe('what the superior does next about a unit', () => {
  it('is to review, to see what it answers, to remind, and after two reminders to call', () => {
    expect(nextStepOf({ ...row, state: 'submitted' })).toBe('review')
    expect(nextStepOf({ ...row, state: 'returned' })).toBe('see')
    expect(nextStepOf({ ...row, state: 'draft', reminders: 1 })).toBe('remind')
    expect(nextStepOf({ ...row, state: 'draft', reminders: 2 })).toBe('call')
    expect(nextStepOf({ ...row, state: 'accepted' })).toBe('none')
  })

  it('is to ask the unit that carries on when it was merged before it gave', () => {
    const merged = { ...row, state: 'draft' as const, closedOn: '2026-05-01' }
    expect(nextStepOf({ ...merged, successors: [{ isAsked: false }] })).toBe('ask_successor')
    expect(nextStepOf({ ...merged, successors: [{ isAsked: true }] })).toBe('none')
    expect(isOwing(merged)).toBe(false)
  })
})

describe('a reminder', () => {
  const unit = { unitName: 'Trường THPT Sông Mơ', dueOn: '2026-05-27', state: 'draft' as const, toFill: 20, filled: 12, returnReason: null }

  it('says to each unit its name, its due day and what it lacks', () => {
    expect(reminderFor('{trường}: nộp trước hết {hạn}, còn {phần thiếu}.', unit)).toBe('Trường THPT Sông Mơ: nộp trước hết 27/05/2026, còn 8/20 mục chưa điền.')
    expect(reminderFor('{phần thiếu}', { ...unit, state: 'returned', returnReason: 'nêu nguyên nhân.' })).toBe('bổ sung theo yêu cầu: nêu nguyên nhân')
    expect(reminderFor('{phần thiếu}', { ...unit, filled: 20 })).toBe('báo cáo đã điền đủ, chưa trình ký')
  })

  it('is recent for 48 hours', () => {
    const now = new Date('2026-05-10T08:00:00Z')
    expect(isRecent(new Date('2026-05-08T08:00:01Z'), now)).toBe(true)
    expect(isRecent(new Date('2026-05-08T08:00:00Z'), now)).toBe(false)
    expect(isRecent(null, now)).toBe(false)
  })
})
