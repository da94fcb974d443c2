/** A help line that a plan may name. Numbers change: what is not verified is offered to a person, never printed unasked. */
export interface Hotline {
  readonly name: string
  readonly number: string
  /** Null for the whole country, else the name of the province. */
  readonly province: string | null
  readonly source: string
  readonly isVerified: boolean
  /** When somebody last looked; null when nobody has. */
  readonly checkedOn: string | null
}

export const hotlines: readonly Hotline[] = [
  {
    name: 'Tổng đài điện thoại quốc gia bảo vệ trẻ em',
    number: '111',
    province: null,
    source: 'Nghị định 56/2017/NĐ-CP, Điều 23',
    isVerified: true,
    checkedOn: null,
  },
  {
    name: 'Ngôi nhà Ánh Dương Quảng Ninh',
    number: '1800 1769',
    province: 'Quảng Ninh',
    source: 'Kế hoạch năm 2025 của một trường mầm non trên địa bàn',
    isVerified: false,
    checkedOn: null,
  },
  {
    name: 'Ngôi nhà Bình yên (Hội Liên hiệp Phụ nữ Việt Nam)',
    number: '1900 96 96 80',
    province: null,
    source: 'Chưa có nguồn, cần kiểm tra trước khi dùng',
    isVerified: false,
    checkedOn: null,
  },
]
