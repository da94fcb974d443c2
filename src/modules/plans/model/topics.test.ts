import { expect, test } from 'vitest'
import { fold } from './wording.ts'
import { scoreTopics, TOPIC_IDS, topics, topicsOf, type TopicId } from './topics.ts'

test.each<[string, TopicId]>([
  ['Tuyên truyền Luật Bình đẳng giới trong giờ sinh hoạt dưới cờ', 'law_communication'],
  ['tuyen truyen luat binh dang gioi trong gio sinh hoat duoi co', 'law_communication'],
  ['TỔ CHỨC HƯỞNG ỨNG THÁNG HÀNH ĐỘNG VÌ BÌNH ĐẲNG GIỚI (15/11 – 15/12)', 'action_month'],
  ['Gặp mặt nữ giáo viên nhân Ngày Quốc tế Phụ nữ 8/3 và Ngày Phụ nữ Việt Nam 20/10', 'observances'],
  ['Tổ chức Ngày Gia đình Việt Nam 28/6 và Tháng hành động quốc gia phòng, chống bạo lực gia đình', 'june_months'],
  ['Đưa nội dung giới vào kế hoạch bài dạy của các môn học', 'curriculum'],
  ['Cử giáo viên dự lớp tập huấn về kỹ năng truyền thông', 'training'],
  ['Rà soát quy hoạch, bổ nhiệm cán bộ nữ', 'women_cadre'],
  ['Bảo đảm chế độ thai sản, quyền lợi của lao động nữ', 'women_policies'],
  ['Xây dựng trường học an toàn, phòng, chống bạo lực học đường', 'safe_school'],
  ['Xác minh, xử lý vụ việc quấy rối, bảo vệ nạn nhân', 'incident'],
  ['Công khai số đường dây nóng và địa chỉ tin cậy', 'services'],
  ['Thăm hỏi, tặng quà học sinh mồ côi, có hoàn cảnh khó khăn', 'support_needy'],
  ['Phát động phong trào thi đua “Giỏi việc trường - Đảm việc nhà”', 'movements'],
  ['Biểu dương, khen thưởng tập thể có thành tích xuất sắc', 'commendation'],
  ['Thành lập đoàn kiểm tra, giám sát các đơn vị', 'inspection'],
  ['Khảo sát nhận thức, lấy ý kiến phản hồi của cha mẹ trẻ', 'survey'],
  ['Báo cáo 6 tháng gửi trước ngày 28/5', 'reporting'],
  ['Kiện toàn Ban Vì sự tiến bộ của phụ nữ khi thay đổi nhân sự', 'committee'],
  ['Kinh phí từ nguồn ngân sách và xã hội hóa', 'budget'],
  ['Mọi trẻ em trai và trẻ em gái dân tộc thiểu số hoàn thành chương trình', 'equal_education'],
])('“%s” is about %s', (text, topic) => {
  expect(topicsOf(text)[0]).toBe(topic)
})

test('a cited document does not pass for the matter', () => {
  const text =
    'Kiểm tra việc thực hiện Quyết định số 2282/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ về tham gia lãnh đạo, quản lý, quy hoạch, bổ nhiệm cán bộ nữ'
  expect(topicsOf(text)[0]).toBe('inspection')
})

test('a text that only cites still has a topic, and one without any cue has none', () => {
  expect(topicsOf('Kế hoạch số 53/KH-UBND ngày 09/3/2022 về tham gia bình đẳng của phụ nữ trong các vị trí lãnh đạo')[0]).toBe('women_cadre')
  expect(topicsOf('Nghiêm túc thực hiện.')).toEqual([])
})

test('every topic is found by each of its own cue phrases', () => {
  for (const topic of TOPIC_IDS) {
    for (const cue of topics[topic].cues) {
      expect(scoreTopics(cue).map((entry) => entry.topic), cue).toContain(topic)
    }
  }
})

test('no cue phrase stands twice in one topic', () => {
  for (const topic of TOPIC_IDS) {
    const folded = topics[topic].cues.map(fold)
    expect(new Set(folded).size, topic).toBe(folded.length)
  }
})
