import { describe, expect, it } from 'vitest'
import { identityIn } from './identity.ts'

const names = ['Nguyễn Thị Hoa', '', 'Trần Văn Minh']

describe('a text that goes upward', () => {
  it.each([
    ['Em hoa bị đánh', 'name'],
    ['Thầy Minh đã gọi', 'name'],
    ['Gọi 0912 345 678', 'number'],
    ['Viết tới a@b.vn', 'number'],
    ['Học sinh lớp 9A2', 'class'],
    ['học sinh 10a', 'class'],
    ['Một học sinh trung học cơ sở bị đe dọa hai lần trong tháng 3', null],
    ['', null],
  ])('%s: %s', (text, fault) => expect(identityIn(text, names)).toBe(fault))
})
