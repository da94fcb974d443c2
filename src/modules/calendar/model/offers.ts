import type { ObservanceCode } from '../contract.ts'

/** An activity that fits an observance: a kind of activities and a title to start from, in the product's own words. */
export interface Offer {
  /** Code of a kind of the module activities. */
  readonly kind: string
  readonly title: string
}

/** What a unit could do on an observance of the nation's list, the simplest first. */
const OFFERS: Readonly<Record<ObservanceCode, readonly Offer[]>> = {
  womens_day: [
    { kind: 'communication', title: 'Sinh hoạt dưới cờ: phụ nữ và trẻ em gái trong khoa học, nghệ thuật, thể thao' },
    { kind: 'visit', title: 'Thăm hỏi nữ cán bộ, giáo viên, nhân viên có hoàn cảnh khó khăn' },
    { kind: 'publication', title: 'Bài viết về một tấm gương cùng chia sẻ việc nhà, việc trường' },
  ],
  happiness_day: [
    { kind: 'communication', title: 'Sinh hoạt lớp: lớp học hạnh phúc, bạn nam và bạn nữ tôn trọng nhau' },
    { kind: 'contest', title: 'Cuộc thi ảnh, tranh “Gia đình em hạnh phúc”' },
  ],
  family_day_world: [{ kind: 'parents_event', title: 'Trò chuyện với cha mẹ: cùng chia sẻ việc nhà và nuôi dạy con' }],
  childrens_day: [{ kind: 'communication', title: 'Ngày hội thiếu nhi: quyền được vui chơi như nhau của bạn trai và bạn gái' }],
  child_month: [
    { kind: 'communication', title: 'Giới thiệu Tổng đài 111 và cách tìm người giúp đỡ' },
    { kind: 'safe_school', title: 'Rà soát nhà vệ sinh, góc khuất, camera: trường học an toàn cho trẻ em' },
  ],
  domestic_violence_month: [
    { kind: 'communication', title: 'Tuyên truyền Luật Phòng, chống bạo lực gia đình tới người lao động và cha mẹ học sinh' },
    { kind: 'publication', title: 'Bài viết: dấu hiệu bạo lực gia đình và nơi giúp đỡ' },
  ],
  family_day: [
    { kind: 'parents_event', title: 'Hội thi, bữa cơm gia đình: bố và con cùng vào bếp' },
    { kind: 'publication', title: 'Bài viết nhân Ngày Gia đình Việt Nam: chia sẻ việc nhà' },
  ],
  trafficking_day: [{ kind: 'communication', title: 'Tuyên truyền phòng, chống mua bán người, nhất là qua mạng' }],
  opening_day: [{ kind: 'safe_school', title: 'Công khai quy tắc ứng xử, đầu mối tiếp nhận và số máy giúp đỡ đầu năm học' }],
  girls_day: [
    { kind: 'communication', title: 'Diễn đàn “Em gái và nghề nghiệp tương lai”' },
    { kind: 'club', title: 'Sinh hoạt câu lạc bộ: bạn gái với khoa học, công nghệ' },
  ],
  vietnamese_womens_day: [
    { kind: 'meeting', title: 'Tọa đàm với nữ cán bộ quản lý, giáo viên nữ trong quy hoạch' },
    { kind: 'communication', title: 'Sinh hoạt dưới cờ nhân Ngày Phụ nữ Việt Nam' },
  ],
  law_day: [{ kind: 'communication', title: 'Tìm hiểu Luật Bình đẳng giới trong sinh hoạt chuyên môn' }],
  action_month: [
    { kind: 'action_month', title: 'Lễ phát động Tháng hành động vì bình đẳng giới' },
    { kind: 'contest', title: 'Cuộc thi tìm hiểu về bình đẳng giới và phòng ngừa bạo lực trên cơ sở giới' },
    { kind: 'training_held', title: 'Tập huấn nhận biết và hỗ trợ học sinh bị bạo lực' },
    { kind: 'publication', title: 'Chuỗi bài, băng rôn, áp phích theo chủ đề của năm' },
  ],
  teachers_day: [{ kind: 'publication', title: 'Bài viết về thầy cô thúc đẩy bình đẳng giới trong lớp học' }],
  violence_day: [{ kind: 'communication', title: 'Sinh hoạt lớp: nói “không” với bạo lực, biết nơi được giúp đỡ' }],
  human_rights_day: [{ kind: 'communication', title: 'Lồng ghép quyền con người và bình đẳng giới trong tiết học' }],
  population_day: [{ kind: 'communication', title: 'Tuyên truyền về mất cân bằng giới tính khi sinh' }],
}

/** What fits an observance; nothing for one that a unit added. */
export function offersFor(code: string): readonly Offer[] {
  return Object.entries(OFFERS).find(([key]) => key === code)?.[1] ?? []
}
