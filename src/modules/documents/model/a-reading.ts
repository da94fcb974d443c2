import type { DocumentModel, Header } from '@songhanh/vanban/model'
import { EMPTY_READING } from './reading.ts'

/** An invented plan of a Department, for tests and the demo. */
export function aReading(header: Partial<Header> = {}): DocumentModel {
  return {
    ...EMPTY_READING,
    header: {
      issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ',
      issuerName: 'Sở Giáo dục và Đào tạo Sông Mơ',
      parentIssuer: 'UBND TỈNH SÔNG MƠ',
      number: '45',
      symbol: 'KH-SGDĐT',
      place: 'Sông Mơ',
      date: '2026-02-12',
      docType: 'Kế hoạch',
      title: 'Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026',
      ...header,
    },
    preamble: ['Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;'],
    lead: 'Sở Giáo dục và Đào tạo xây dựng Kế hoạch như sau:',
    sections: [
      {
        label: 'I',
        title: 'NỘI DUNG',
        kind: 'tasks',
        depth: 1,
        items: [{ marker: '-', text: 'Tuyên truyền Luật Bình đẳng giới cho học sinh trước ngày 08/3/2026.', items: [] }],
        children: [],
      },
    ],
    closing: 'Trên đây là Kế hoạch của Sở./.',
    recipients: ['Các trường trực thuộc', 'Lưu: VT'],
    signer: { authority: null, position: 'GIÁM ĐỐC', name: 'Lê Thị Mơ' },
  }
}
