import { describe, expect, it } from 'vitest'
import { applyChanges, NO_ENTRIES, outsideOf, type CellEntry, type Change } from './entries.ts'

const text = (key: string, before: string | null, after: string | null): Change => ({ kind: 'texts', key, before, after })
const cell = (value: number): CellEntry => ({ state: 'value', value, estimate: null, note: null })

describe('edits of a report', () => {
  it('are applied field by field', () => {
    const { entries, conflicts } = applyChanges(NO_ENTRIES, [text('difficulties', null, 'Thiếu báo cáo viên.'), { kind: 'cells', key: 'b15/spent/total', before: null, after: cell(3) }])
    expect(entries.texts).toEqual({ difficulties: 'Thiếu báo cáo viên.' })
    expect(entries.cells).toEqual({ 'b15/spent/total': cell(3) })
    expect(conflicts).toEqual([])
  })

  it('leave what somebody else wrote meanwhile, and say so', () => {
    const theirs = { ...NO_ENTRIES, texts: { difficulties: 'Cô Hà đã viết.' } }
    const { entries, conflicts } = applyChanges(theirs, [text('difficulties', null, 'Tôi viết.'), text('proposals', null, 'Xin tài liệu.')])
    expect(entries.texts).toEqual({ difficulties: 'Cô Hà đã viết.', proposals: 'Xin tài liệu.' })
    expect(conflicts).toEqual([{ kind: 'texts', key: 'difficulties', theirs: 'Cô Hà đã viết.' }])
  })

  it('are the same when they come twice', () => {
    const once = applyChanges(NO_ENTRIES, [text('difficulties', null, 'a')]).entries
    expect(applyChanges(once, [text('difficulties', null, 'a')])).toEqual({ entries: once, conflicts: [] })
  })

  it('take a field away', () => {
    const written = { ...NO_ENTRIES, texts: { difficulties: 'a' } }
    expect(applyChanges(written, [text('difficulties', 'a', null)]).entries.texts).toEqual({})
  })

  it('are not led astray by a key such as “constructor”', () => {
    expect(applyChanges(NO_ENTRIES, [text('constructor', null, 'a')]).entries.texts).toEqual({ constructor: 'a' })
  })

  it('stay within what a return has opened: a part with its cells and sentences, or one cell', () => {
    const inside: Change[] = [text('difficulties', null, 'a'), { kind: 'cells', key: 'b8/all/total', before: null, after: cell(1) }, { kind: 'sentences', key: 'told#communication', before: null, after: null }]
    expect(outsideOf(['difficulties', 'b8', 'told'], inside)).toEqual([])
    expect(outsideOf(['b8/all/female'], inside)).toHaveLength(3)
    expect(outsideOf(null, inside)).toEqual([])
  })

  it('may say something to a check whatever is open', () => {
    expect(outsideOf(['difficulties'], [{ kind: 'notes', key: 'jump:x', before: null, after: 'a' }])).toEqual([])
  })
})
