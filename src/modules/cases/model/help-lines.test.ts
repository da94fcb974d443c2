import { describe, expect, it } from 'vitest'
import { HELP_LINES } from '../reference/help-lines.ts'
import { helpLinesOn } from './help-lines.ts'

const phones = (area: string | null, words: Parameters<typeof helpLinesOn>[1] = [], day = '2026-12-01') => helpLinesOn(HELP_LINES, words, area, day).map(({ phone }) => phone)
const word = { ...HELP_LINES.find(({ key }) => key === 'sunshine_house')!, from: '2026-12-01', until: null }

describe('numbers to call', () => {
  it('begin with 111, and those of a province stand there alone', () => {
    expect(phones('22')).toEqual(['111', '113', '115', '1900 96 96 80', '1800 1769'])
    expect(phones('01')).toEqual(['111', '113', '115', '1900 96 96 80'])
    expect(phones(null)[0]).toBe('111')
  })

  it('follow what was said of them, from its day on', () => {
    expect(phones('22', [{ ...word, phone: '1800 0000' }])).toContain('1800 0000')
    expect(phones('22', [{ ...word, phone: null }])).not.toContain('1800 1769')
    expect(phones('22', [{ ...word, phone: null }], '2026-11-30')).toContain('1800 1769')
    expect(phones('01', [{ ...word, phone: '1800 0000' }])).not.toContain('1800 0000')
    expect(phones('38', [{ ...word, key: 'another', area: '38', phone: '0237 000 000' }]).at(-1)).toBe('0237 000 000')
  })

  it('each have a source; what was never checked is not called certain to have been', () => {
    for (const line of HELP_LINES) {
      expect(line.source).not.toBe('')
      if (line.checkedOn !== null) expect(line.isCertain).toBe(true)
    }
  })
})
