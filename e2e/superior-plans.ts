import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Plans of a Department as they come in: a real one where the corpus is, and an invented one.

const CORPUS = process.env['SONGHANH_CORPUS'] ?? join(import.meta.dirname, '../../shared/corpus')
const REAL_YEAR = '2026'

/** The year of the journeys: a unit is asked to answer plans of this year and of later ones. */
export const YEAR = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())

export interface SuperiorPlan {
  readonly text: string
  /** The point that the school answers with a line of the template. */
  readonly added: string
  /** The point that the school says does not apply. */
  readonly waived: string
}

/** A real plan, moved to this year; null where the corpus is absent. */
export function realPlan(): SuperiorPlan | null {
  const folder = join(CORPUS, 'raw')
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith('002_')) : undefined
  if (name === undefined) return null
  return { text: readFileSync(join(folder, name), 'utf8').replaceAll(REAL_YEAR, YEAR), added: 'II.4 – gạch 8', waived: 'II.5 – gạch 5' }
}

export const INVENTED_PLAN: SuperiorPlan = {
  added: 'II.2 – gạch 1',
  waived: 'II.2 – gạch 2',
  text: `ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ
SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ

Số:      /KH-SGDĐT
Sông Mơ, ngày     tháng     năm ${YEAR}

KẾ HOẠCH
Triển khai công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm ${YEAR}

Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;
Sở Giáo dục và Đào tạo Sông Mơ xây dựng Kế hoạch triển khai công tác bình đẳng giới năm ${YEAR} như sau:

I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức về bình đẳng giới của cán bộ, giáo viên, nhân viên và học sinh toàn ngành.
- Các đơn vị bám sát Kế hoạch này và điều kiện thực tế để triển khai.

II. NHIỆM VỤ TRỌNG TÂM
1. Truyền thông, giáo dục về bình đẳng giới
- Tổ chức tuyên truyền Luật Bình đẳng giới cho cán bộ, giáo viên, nhân viên và học sinh.
- Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới từ ngày 15/11 đến ngày 15/12/${YEAR}.
- Lồng ghép nội dung giới vào bài dạy và hoạt động trải nghiệm.
2. Công tác cán bộ nữ
- Rà soát, bổ sung nguồn cán bộ nữ vào quy hoạch lãnh đạo, quản lý.
- Bố trí nhà công vụ cho nữ giáo viên ở đảo xa và vùng đặc biệt khó khăn.
3. Phòng, chống bạo lực trên cơ sở giới
- Xây dựng môi trường giáo dục an toàn, phòng, chống bạo lực học đường, xâm hại trẻ em.

III. TỔ CHỨC THỰC HIỆN
- Các trường trung học phổ thông xây dựng kế hoạch, phân công người phụ trách, báo cáo kết quả về Sở trước ngày 01/12/${YEAR}.
- Văn phòng Sở theo dõi, tổng hợp.

Trên đây là Kế hoạch của Sở Giáo dục và Đào tạo Sông Mơ; đề nghị các đơn vị thực hiện./.

Nơi nhận:
- Các trường trực thuộc;
- Lưu: VT.
GIÁM ĐỐC

Vũ Hải Yến
`,
}
