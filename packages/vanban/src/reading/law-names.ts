import { fold } from '../vietnamese.ts'

/**
 * Laws, codes and ordinances by name, to tell where a name ends and the sentence goes on (“Luật Việc làm trên địa bàn …”).
 * Names that are not here are cut by the words that follow them.
 */
const NAMES = [
  'An ninh mạng', 'An ninh quốc gia', 'An toàn thực phẩm', 'An toàn, vệ sinh lao động', 'An toàn thông tin mạng', 'Ban hành văn bản quy phạm pháp luật',
  'Bảo hiểm xã hội', 'Bảo hiểm y tế', 'Bảo vệ bí mật nhà nước', 'Bảo vệ dữ liệu cá nhân', 'Bảo vệ môi trường', 'Bảo vệ quyền lợi người tiêu dùng',
  'Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân', 'Bình đẳng giới', 'Cán bộ, công chức', 'Căn cước', 'Chăn nuôi', 'Chính quyền địa phương',
  'Chuyển đổi số', 'Công an nhân dân', 'Công chứng', 'Công đoàn', 'Công nghệ thông tin', 'Cư trú', 'Dân quân tự vệ', 'Dân số', 'Di sản văn hóa', 'Doanh nghiệp',
  'Du lịch', 'Dữ liệu', 'Đất đai', 'Đầu tư', 'Đầu tư công', 'Đê điều', 'Đấu thầu', 'Đường bộ', 'Giao dịch điện tử', 'Giao thông đường bộ', 'Giáo dục',
  'Giáo dục đại học', 'Giáo dục nghề nghiệp', 'Giáo dục quốc phòng và an ninh', 'Giám định tư pháp', 'Hoạt động giám sát của Quốc hội và Hội đồng nhân dân',
  'Hòa giải ở cơ sở', 'Hôn nhân và gia đình', 'Hợp tác xã', 'Kế toán', 'Khám bệnh, chữa bệnh', 'Khiếu nại', 'Khoa học và công nghệ',
  'Khoa học, công nghệ và đổi mới sáng tạo', 'Kiểm toán nhà nước', 'Lao động', 'Lưu trữ', 'Mặt trận Tổ quốc Việt Nam', 'Ngân sách nhà nước', 'Nghĩa vụ quân sự',
  'Người cao tuổi', 'Người khuyết tật', 'Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng', 'Nhà giáo', 'Nhà ở', 'Nuôi con nuôi',
  'Phòng, chống bạo lực gia đình', 'Phòng, chống bệnh truyền nhiễm', 'Phòng, chống ma túy', 'Phòng, chống mua bán người', 'Phòng, chống rửa tiền',
  'Phòng, chống tác hại của rượu, bia', 'Phòng, chống tác hại của thuốc lá', 'Phòng, chống tham nhũng', 'Phòng, chống thiên tai', 'Phòng bệnh',
  'Phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'Phòng cháy và chữa cháy', 'Phòng thủ dân sự', 'Phổ biến, giáo dục pháp luật', 'Quản lý, sử dụng tài sản công',
  'Quản lý thuế', 'Quốc phòng', 'Quy hoạch', 'Sở hữu trí tuệ', 'Sĩ quan Quân đội nhân dân Việt Nam', 'Tài nguyên nước', 'Thanh niên', 'Thanh tra', 'Thể dục, thể thao',
  'Thi đua, khen thưởng', 'Thi hành án dân sự', 'Thi hành án hình sự', 'Thống kê', 'Thủ đô', 'Thư viện', 'Thực hành tiết kiệm, chống lãng phí',
  'Thực hiện dân chủ ở cơ sở', 'Tiếp cận thông tin', 'Tiếp công dân', 'Tiêu chuẩn và quy chuẩn kỹ thuật', 'Tố cáo', 'Tố tụng hành chính', 'Tổ chức Chính phủ',
  'Tổ chức chính quyền địa phương', 'Tổ chức Quốc hội', 'Trách nhiệm bồi thường của Nhà nước', 'Trẻ em', 'Trật tự, an toàn giao thông đường bộ', 'Trợ giúp pháp lý',
  'Tương trợ tư pháp', 'Việc làm', 'Viên chức', 'Viễn thông', 'Xây dựng', 'Xử lý vi phạm hành chính', 'Xuất bản', 'Hình sự', 'Dân sự', 'Tố tụng hình sự', 'Tố tụng dân sự',
  'Người có công với cách mạng', 'Ưu đãi người có công với cách mạng',
]

const byFold = NAMES.map((name) => fold(name).replace(/,/g, '')).sort((a, b) => b.length - a.length)

/** Length of the known name that the text begins with; 0 when none is known. Commas within the name do not matter. */
export function knownLawNameLength(text: string): number {
  const folded = fold(text.slice(0, 120))
  const bare = folded.replace(/,/g, '')
  const name = byFold.find((known) => bare.startsWith(known) && !/[a-z]/.test(bare.charAt(known.length)))
  if (name === undefined) return 0
  let length = 0
  for (let seen = 0; seen < name.length; length += 1) if (folded.charAt(length) !== ',') seen += 1
  return length
}

/** The full known name that begins with this short one: “Bầu cử” → “Bầu cử đại biểu …”; null when none or several do. */
export function fullLawName(short: string): string | null {
  const folded = fold(short)
  const known = NAMES.filter((name) => fold(name).startsWith(`${folded} `))
  return known.length === 1 && !NAMES.some((name) => fold(name) === folded) ? (known[0] ?? null) : null
}
