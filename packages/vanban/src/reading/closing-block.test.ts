import { describe, expect, test } from 'vitest'
import { readClosingBlock } from './closing-block.ts'
import { toFlow } from './flow.ts'
import { textToBlocks } from './text-blocks.ts'

const close = (text: string) => readClosingBlock(toFlow(textToBlocks(text)), 0)

describe('recipients', () => {
  test('to the line of the file copy; what stands after it is none', () => {
    expect(close('Nơi nhận:\n- Bộ NN&MT;\n- CT, PCT UBND TP (1A);\n- Lưu: VT, CT.\n08 KH').recipients).toEqual(['Bộ NN&MT', 'CT, PCT UBND TP (1A)', 'Lưu: VT, CT'])
  })

  test('a line that runs over is joined', () => {
    expect(close('Nơi nhận:\n- Bí thư Chi bộ, Ban công\n tác MT thôn;\n- Lưu: MTTQ.').recipients).toEqual(['Bí thư Chi bộ, Ban công tác MT thôn', 'Lưu: MTTQ'])
  })

  test('without bullets, and on one line', () => {
    expect(close('Nơi nhận:\nSở GDĐT (báo cáo);\nLưu: VT.').recipients).toEqual(['Sở GDĐT (báo cáo)', 'Lưu: VT'])
    expect(close('Nơi nhận: - Các Bộ: Quốc phòng, Công an; - Lưu: VT, BCĐ(3b)').recipients).toEqual(['Các Bộ: Quốc phòng, Công an', 'Lưu: VT, BCĐ(3b)'])
  })

  test('the other column may be set between them', () => {
    expect(close('Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Lưu: VT.\nPHÓ CHỦ TỊCH\nTrần Thị Bích')).toMatchObject({ recipients: ['Như trên', 'Lưu: VT'], signer: { authority: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Trần Thị Bích' } })
  })
})

describe('signer', () => {
  test.each([
    ['HIỆU TRƯỞNG\n(đã kí)\nTrần Thị Bích', { authority: null, position: 'HIỆU TRƯỞNG', name: 'Trần Thị Bích' }],
    ['KT.HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nQuách Tố Nga', { authority: 'KT.HIỆU TRƯỞNG', position: 'PHÓ HIỆU TRƯỞNG', name: 'Quách Tố Nga' }],
    ['TRƯỞNG BAN PHÓ THỦ TƯỚNG Nguyễn Văn An', { authority: null, position: 'TRƯỞNG BAN PHÓ THỦ TƯỚNG', name: 'Nguyễn Văn An' }],
    ['TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nTS. Lan Thị Vân', { authority: 'TM. BAN THƯỜNG TRỰC', position: 'CHỦ TỊCH', name: 'TS. Lan Thị Vân' }],
    ['Phạm Thị Tuyền', { authority: null, position: null, name: 'Phạm Thị Tuyền' }],
  ])('%s', (signature, signer) => expect(close(`Nơi nhận:\n- Các tổ;\n- Lưu: VT.\n\n${signature}`).signer).toEqual(signer))

  test('a deputy signs for the head, whatever the scanner made of the title', () => {
    expect(close('Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\ntự HÓ CHỦ TỊCH').signer).toMatchObject({ position: 'PHÓ CHỦ TỊCH' })
  })

  test('minutes are signed by their secretary and by the chair, whichever stands first', () => {
    const both = { signer: { authority: null, position: 'CHỦ TRÌ', name: 'Lan Thị Vân' }, secretary: { authority: null, position: 'THƯ KÝ', name: 'Trần Thị Bích' } }
    expect(close('THƯ KÝ\nTrần Thị Bích\nCHỦ TRÌ\nLan Thị Vân\nNơi nhận:\n- Lưu: VT.')).toMatchObject(both)
    expect(close('Nơi nhận:\n- Các tổ;\n- Lưu: VT.\nCHỦ TRÌ\nTHƯ KÝ\nLan Thị Vân\nTrần Thị Bích')).toMatchObject(both)
    expect(close('Nơi nhận:\n- Lưu: VT.\nHIỆU TRƯỞNG\nTrần Thị Bích').secretary).toBeNull()
  })

  test('none is none', () => expect(close('Nơi nhận:\n- Lưu: VT.').signer).toBeNull())
})
