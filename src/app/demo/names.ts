import type { Sex } from '#core/people/tables.ts'

// Lists of lengths without a common divisor: the names of some thousand people differ.
const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Lò', 'Ngô', 'Dương', 'Nông', 'Đinh', 'Tạ', 'Mai', 'Hồ']
const MIDDLE = {
  F: ['Thị', 'Thu', 'Thanh', 'Ngọc', 'Thị Kim', 'Minh', 'Thùy'],
  M: ['Văn', 'Đức', 'Minh', 'Quang', 'Hữu', 'Xuân', 'Công'],
}
const GIVEN = {
  F: ['Mơ', 'Hà', 'Lan', 'Hương', 'Nga', 'Hạnh', 'Yến', 'Thảo', 'Nhung', 'Tuyết', 'Loan', 'Vân', 'Huệ', 'Quyên', 'Trang', 'Ngân', 'Liên', 'Phượng', 'Duyên', 'Oanh', 'Thơm', 'Hiền', 'Bích', 'Xuyến', 'Diệp', 'Hoa', 'Luyến', 'Như', 'Mây'],
  M: ['Sơn', 'Hùng', 'Dũng', 'Thành', 'Long', 'Khánh', 'Tùng', 'Bình', 'Hải', 'Lâm', 'Phong', 'Vinh', 'Đạt', 'Toàn', 'Thắng', 'Nam', 'Trung', 'Quân', 'Kiên'],
}

/** An invented person: the same for the same number. Two in three are women, as in the sector. */
export function inventedPerson(number: number): { readonly fullName: string; readonly sex: Sex } {
  const sex = number % 3 === 2 ? 'M' : 'F'
  const words = [SURNAMES[number % SURNAMES.length]!, MIDDLE[sex][number % MIDDLE[sex].length]!, GIVEN[sex][number % GIVEN[sex].length]!]
  return { fullName: words.join(' '), sex }
}
