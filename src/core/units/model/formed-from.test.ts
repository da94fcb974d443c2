import { describe, expect, it } from 'vitest'
import { readFormedFrom } from './formed-from.ts'

const read = (text: string) => readFormedFrom(text)?.map(({ type, name, district, share }) => [share, type, name, district].filter(Boolean).join(' '))

describe('the text that says of what a unit was formed', () => {
  it.each([
    ['Thị trấn Kim Bài, Xã Đỗ Động, Xã Kim An', ['whole thị trấn Kim Bài', 'whole xã Đỗ Động', 'whole xã Kim An']],
    ['tỉnh Đắk Nông, tỉnh Bình Thuận và tỉnh Lâm Đồng', ['whole tỉnh Đắk Nông', 'whole tỉnh Bình Thuận', 'whole tỉnh Lâm Đồng']],
    ['TPHCM, tỉnh Bà Rịa - Vũng Tàu và tỉnh Bình Dương', ['whole thành phố Hồ Chí Minh', 'whole tỉnh Bà Rịa - Vũng Tàu', 'whole tỉnh Bình Dương']],
    ['Phường Thái Hòa, Xã Tân Minh (huyện Thường Tín)', ['whole phường Thái Hòa', 'whole xã Tân Minh huyện Thường Tín']],
    ['Huyện Cồn Cỏ', ['whole huyện Cồn Cỏ']],
    // One part, then a whole; “các” holds for all behind it.
    ['Xã Thuần Mỹ, một phần diện tích tự nhiên, quy mô dân số của Xã Cẩm Lĩnh, Xã Minh Quang', ['whole xã Thuần Mỹ', 'part xã Cẩm Lĩnh', 'whole xã Minh Quang']],
    ['Phường Thịnh Quang, một phần diện tích TN, quy mô dân số của các phường Phường Quang Trung (quận Đống Đa), Phường Láng Hạ', ['whole phường Thịnh Quang', 'part phường Quang Trung quận Đống Đa', 'part phường Láng Hạ']],
    [
      'Phường Quán Thánh, một phần diện tích TN, quy mô dân số của các phường Cửa Nam, Kim Mã, một phần diện tích TN của phường Thụy Khuê, phần còn lại của phường Cửa Đông, Đồng Xuân sau khi sắp Xếp',
      ['whole phường Quán Thánh', 'part phường Cửa Nam', 'part phường Kim Mã', 'part phường Thụy Khuê', 'rest phường Cửa Đông', 'rest phường Đồng Xuân'],
    ],
    [
      'Xã Hữu Hòa (phần còn lại sau khi sáp nhập vào phường Phú Lương), Xã Tam Hiệp (huyện Thanh Trì) (phần còn lại sau khi sáp nhập vào phường A, phường B)',
      ['rest xã Hữu Hòa', 'rest xã Tam Hiệp huyện Thanh Trì'],
    ],
    ['Xã Cun Pheo, và phần còn lại của Xã Đồng Tân sau khi sắp xếp theo quy định tại khoản 119 Điều này', ['whole xã Cun Pheo', 'rest xã Đồng Tân']],
    ['Phường Trần Phú, phần còn lại của Phường Quang Trung sau khi sắp xếp và Xã Phong Quang', ['whole phường Trần Phú', 'rest phường Quang Trung', 'whole xã Phong Quang']],
    ['Toàn bộ  diện tích TN, quy mô dân số của các phường Phường Giảng Võ và Phường Cát Linh', ['whole phường Giảng Võ', 'whole phường Cát Linh']],
    ['một phần diện tích TN, toàn bố quy mô dân số của phường Phường Tây Tựu', ['part phường Tây Tựu']],
    ['Xã Các Sơn, Phường Đúc', ['whole xã Các Sơn', 'whole phường Đúc']],
    ['tỉnh Bình Phước và tỉnh Đồng Nai. Từ ngày 30%/04%/2026, Tỉnh Đồng Nai mới (sau sáp nhập) chuyển', ['whole tỉnh Bình Phước', 'whole tỉnh Đồng Nai']],
  ])('“%s”', (text, mentions) => {
    expect(read(text)).toEqual(mentions)
  })

  it('tells what was kept as it was', () => {
    expect(readFormedFrom('giữ nguyên')).toBeNull()
  })
})
