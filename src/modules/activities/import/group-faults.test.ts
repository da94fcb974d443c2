import { expect, test } from 'vitest'
import { groupFaults } from './group-faults.ts'

const fault = (cell: string, column: string, code: string) => ({ sheet: 'TruyenThong', cell, row: Number(cell.slice(1)), column, code, params: {} })

test('mistakes of one kind stand together, by column, in the order in which they were found', () => {
  expect(groupFaults([fault('M2', 'Nữ', 'negative'), fault('D2', 'Ngày', 'required'), fault('M3', 'Nữ', 'negative'), fault('N3', 'Nam', 'negative')])).toEqual([
    { sheet: 'TruyenThong', code: 'negative', params: {}, places: [{ column: 'Nữ', cells: ['M2', 'M3'] }, { column: 'Nam', cells: ['N3'] }] },
    { sheet: 'TruyenThong', code: 'required', params: {}, places: [{ column: 'Ngày', cells: ['D2'] }] },
  ])
})

test('a fault of a whole sheet has no cell', () => {
  expect(groupFaults([{ sheet: '', cell: null, row: null, column: null, code: 'sheet_empty', params: {} }])).toEqual([{ sheet: '', code: 'sheet_empty', params: {}, places: [{ column: '', cells: [] }] }])
})
