import type { DocumentModel } from '@songhanh/vanban/model'
import { describe, expect, it } from 'vitest'
import { EMPTY_READING, hasContent, missingFields, plainText, registerFieldsOf, withNumber } from './reading.ts'

const plan: DocumentModel = {
  ...EMPTY_READING,
  header: { ...EMPTY_READING.header, issuer: 'SỞ GIÁO DỤC SÔNG MƠ', number: '5', symbol: 'KH-SGDĐT', date: '2026-02-03', docType: 'Kế hoạch', title: 'Bình đẳng giới' },
  sections: [
    {
      label: 'I',
      title: 'MỤC ĐÍCH',
      kind: 'purpose',
      depth: 1,
      items: [{ marker: '-', text: 'Nâng cao nhận thức', items: [{ marker: '+', text: 'của học sinh', items: [] }] }],
      children: [{ label: '1', title: 'Bảng', kind: 'other', depth: 2, items: [{ table: { head: [['Việc', 'Hạn']], rows: [['Nói chuyện', '8/3']] } }], children: [] }],
    },
  ],
  recipients: ['Các trường'],
  signer: { authority: null, position: 'GIÁM ĐỐC', name: 'Lê Thị Mơ' },
}

describe('the reading of a document', () => {
  it('gives the register its columns, the number padded', () => {
    expect(registerFieldsOf(plan)).toEqual({
      docType: 'Kế hoạch',
      numberText: '05',
      symbol: 'KH-SGDĐT',
      issuedOn: '2026-02-03',
      issuer: 'SỞ GIÁO DỤC SÔNG MƠ',
      subject: 'Bình đẳng giới',
      signerName: 'Lê Thị Mơ',
      recipientsText: ['Các trường'],
    })
  })

  it.each(['2026', '2026-02', '2026-02-30', null])('has no day when the document says %s', (date) => {
    expect(registerFieldsOf({ ...plan, header: { ...plan.header, date } }).issuedOn).toBeNull()
  })

  it('becomes text in reading order', () => {
    expect(plainText(plan).split('\n')).toEqual([
      'Bình đẳng giới',
      'I. MỤC ĐÍCH',
      '- Nâng cao nhận thức',
      '+ của học sinh',
      '1. Bảng',
      'Việc | Hạn',
      'Nói chuyện | 8/3',
      'Các trường',
      'GIÁM ĐỐC',
      'Lê Thị Mơ',
    ])
  })

  it('lacks type, issuer and subject when nothing was read', () => {
    expect(missingFields(EMPTY_READING)).toEqual(['docType', 'issuer', 'subject'])
    expect(missingFields(plan)).toEqual([])
    expect(hasContent(EMPTY_READING)).toBe(false)
  })

  it('takes number, symbol, day and place when it is issued', () => {
    const issued = withNumber(plan, { number: '07', symbol: 'KH-SM', issuedOn: '2026-03-05', place: 'Sông Mơ' })
    expect(issued.header).toMatchObject({ number: '07', symbol: 'KH-SM', date: '2026-03-05', place: 'Sông Mơ' })
  })
})
