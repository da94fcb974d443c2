import type { DocumentModel, Section, TextItem } from '@songhanh/vanban/model'

const item = (text: string, items: readonly TextItem[] = [], marker: string | null = '-'): TextItem => ({ marker, text, items })

export function aSection(given: Partial<Section> & Pick<Section, 'title'>): Section {
  return { label: null, kind: 'tasks', depth: 1, items: [], children: [], ...given }
}

const task = (label: string, title: string, ...texts: readonly string[]): Section =>
  aSection({ label, title, depth: 2, items: texts.map((text) => item(text)) })

/** An invented plan of an invented Department, as a reader would give it. */
export function aSuperiorPlan(given: Partial<DocumentModel> = {}): DocumentModel {
  return {
    header: {
      issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Lam',
      parentIssuer: 'Ủy ban nhân dân tỉnh Sông Lam',
      number: '45',
      symbol: 'KH-SGDĐT',
      place: 'Sông Lam',
      date: '2026-03-02',
      docType: 'Kế hoạch',
      title: 'Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ ngành Giáo dục năm 2026',
    },
    legalBases: [],
    genericBases: [],
    preamble: [],
    lead: null,
    sections: [
      aSection({
        label: 'I',
        title: 'MỤC ĐÍCH, YÊU CẦU',
        kind: 'purpose',
        items: [item('Thu hẹp khoảng cách giới trong toàn ngành.')],
      }),
      aSection({
        label: 'II',
        title: 'NHIỆM VỤ TRỌNG TÂM',
        children: [
          task(
            '1',
            'Truyền thông nâng cao nhận thức',
            'Phổ biến Luật Bình đẳng giới tới cán bộ, nhà giáo, người học và cha mẹ học sinh; mỗi đơn vị có ít nhất 04 tin, bài trong năm.',
            'Hưởng ứng Tháng hành động vì bình đẳng giới từ ngày 15/11 đến ngày 15/12/2026.',
          ),
          task(
            '2',
            'Công tác cán bộ nữ',
            'Rà soát quy hoạch, bồi dưỡng nữ cán bộ thuộc nguồn quy hoạch lãnh đạo, quản lý.',
          ),
          task(
            '3',
            'Phòng ngừa, ứng phó với bạo lực',
            'Tiếp nhận, xác minh, phối hợp xử lý các vụ việc bạo lực, quấy rối, xâm hại trong trường học; báo cáo ngay vụ việc đột xuất.',
            'Tổ chức đoàn kiểm tra công tác vì sự tiến bộ của phụ nữ tại các trường THPT và đơn vị trực thuộc.',
          ),
          aSection({ label: '4', title: 'Kiện toàn Ban Vì sự tiến bộ của phụ nữ', depth: 2 }),
          aSection({
            label: '5',
            title: 'Đối với Phòng Văn hóa - Xã hội các xã, phường',
            depth: 2,
            items: [item('Tổng hợp báo cáo của các trường trên địa bàn.')],
          }),
        ],
      }),
      aSection({
        label: 'III',
        title: 'TỔ CHỨC THỰC HIỆN',
        kind: 'organisation',
      }),
    ],
    closing: null,
    targets: [
      { subject: 'tin, bài', op: '>=', value: 4, unit: 'tin, bài', period: '2026' },
      { subject: 'Tỷ lệ nữ trong quy hoạch được bồi dưỡng', op: '=', value: 100, unit: '%', period: '2026' },
    ],
    deadlines: [
      { kind: 'report', date: '2026-05-28', qualifier: 'before', text: 'báo cáo 6 tháng gửi Sở Giáo dục và Đào tạo' },
      { kind: 'report', date: '2026-12-01', qualifier: 'before', text: 'báo cáo năm gửi Sở Giáo dục và Đào tạo' },
      { kind: 'report', date: '2026-12-20', qualifier: 'before', text: 'trình Giám đốc báo cáo tổng hợp toàn ngành' },
      { kind: 'observance', date: '--11-15/--12-15', qualifier: null, text: 'Tháng hành động' },
    ],
    observances: [],
    assignments: [
      {
        party: 'Các trường THPT, đơn vị trực thuộc',
        duties: [
          'Phân công cán bộ đầu mối theo dõi công tác bình đẳng giới. Gửi báo cáo 6 tháng trước ngày 28/5/2026, báo cáo năm trước ngày 01/12/2026.',
        ],
      },
      { party: 'Phòng Tổ chức - Cán bộ', duties: ['Trình Giám đốc báo cáo tổng hợp toàn ngành trước ngày 20/12/2026'] },
    ],
    recipients: [],
    signer: null,
    findings: [],
    ...given,
  }
}
