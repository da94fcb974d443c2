import type { Definition, Direction, Giver, HandEntry, Milestone, PeriodKind, ShownLevel, Split, Sureness, UnitOfMeasure } from '../model/definition.ts'

// The catalogue of the sector. A row that changes gets a second row with the next version and its first day.

interface Row {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly unit?: UnitOfMeasure
  readonly formula?: string
  readonly hand?: HandEntry
  readonly splits?: readonly Split[]
  readonly periods?: readonly PeriodKind[]
  readonly levels?: readonly ShownLevel[]
  readonly givers?: readonly Giver[]
  readonly direction?: Direction
  readonly isFlow?: boolean
  readonly source: string
  readonly milestones?: readonly Milestone[]
}

const EVERY: readonly ShownLevel[] = ['school', 'commune', 'department', 'ministry']
const ABOVE: readonly ShownLevel[] = ['commune', 'department', 'ministry']
const TOP: readonly ShownLevel[] = ['department', 'ministry']
const YEAR: readonly PeriodKind[] = ['year']
const HALVES: readonly PeriodKind[] = ['half_year', 'year']
const SCHOOL_YEAR: readonly PeriodKind[] = ['school_year']

const to = (year: number, value: number | null, sure: Sureness, words = value === null ? '' : String(value)): Milestone => ({ year, value, words, sure })
/** The same in 2025 and 2030. */
const both = (value: number, sure: Sureness, words?: string) => [to(2025, value, sure, words), to(2030, value, sure, words)]

const share = (part: string, whole: string, partEn: string, wholeEn: string, number: 'persons' | 'count' | 'money' | 'score' = 'persons'): HandEntry => ({
  kind: 'share',
  number,
  part: { vi: part, en: partEn },
  whole: { vi: whole, en: wholeEn },
})
const yes: HandEntry = { kind: 'yes' }
const value = (number: 'count' | 'persons'): HandEntry => ({ kind: 'value', number })

const KINDS_WITH_PEOPLE = ['communication', 'training_held', 'training_attended', 'lesson', 'contest', 'club', 'action_month', 'cooperation', 'parents_event', 'visit']
const KINDS_WITH_COST = [...KINDS_WITH_PEOPLE, 'publication', 'model', 'meeting', 'safe_school', 'other']
const OFFICIALS = 'audience=managers|teachers|staff'
const sumOf = (kinds: readonly string[], measure: string) => kinds.map((kind) => `${kind}.${measure}`).join(' + ')

const ROWS: readonly Row[] = [
  // A. Lãnh đạo, đội ngũ
  { code: 'A01', vi: 'Tỷ lệ cơ quan quản lý, đơn vị có lãnh đạo chủ chốt là nữ', en: 'Bodies with a woman among their key leaders', hand: yes, levels: ABOVE, givers: ['school', 'department'], splits: ['level', 'ownership', 'unit'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 1.1; Quyết định 2282/QĐ-TTg (31/12/2020)', milestones: [to(2025, 60, 'verified'), to(2030, 75, 'verified')] },
  { code: 'A02', vi: 'Tỷ lệ nữ trong tổng số lãnh đạo chủ chốt', en: 'Women among key leaders', hand: share('Lãnh đạo chủ chốt là nữ', 'Tổng số lãnh đạo chủ chốt', 'Women key leaders', 'Key leaders'), levels: TOP, givers: ['school', 'department'], splits: ['position', 'level'], source: 'Cách tổng hợp thực hiện Nghị quyết 28/NQ-CP' },
  { code: 'A03', vi: 'Tỷ lệ nữ hiệu trưởng', en: 'Women among principals', hand: share('Hiệu trưởng là nữ', 'Tổng số hiệu trưởng', 'Women principals', 'Principals'), levels: ABOVE, splits: ['level', 'ethnicity'], source: 'Kế hoạch năm của các Sở Giáo dục và Đào tạo' },
  { code: 'A04', vi: 'Tỷ lệ nữ phó hiệu trưởng', en: 'Women among vice-principals', hand: share('Phó hiệu trưởng là nữ', 'Tổng số phó hiệu trưởng', 'Women vice-principals', 'Vice-principals'), splits: ['level'], source: 'Kế hoạch năm của các Sở Giáo dục và Đào tạo' },
  { code: 'A05', vi: 'Tỷ lệ nữ tổ trưởng chuyên môn', en: 'Women among subject-group heads', hand: share('Tổ trưởng chuyên môn là nữ', 'Tổng số tổ trưởng chuyên môn', 'Women subject-group heads', 'Subject-group heads'), splits: ['level'], source: 'Yêu cầu quản lý của ngành' },
  { code: 'A06', vi: 'Tỷ lệ nữ lãnh đạo cấp sở, cấp phòng', en: 'Women among leaders of the Department and its divisions', hand: share('Lãnh đạo cấp sở, cấp phòng là nữ', 'Tổng số lãnh đạo cấp sở, cấp phòng', 'Women leaders', 'Leaders'), levels: ['department'], givers: ['department'], splits: ['position'], source: 'Báo cáo công khai của các Sở' },
  { code: 'A07', vi: 'Tỷ lệ nữ trong quy hoạch chức danh lãnh đạo, quản lý', en: 'Women in succession plans for leadership', hand: share('Nữ trong quy hoạch', 'Tổng số người trong quy hoạch', 'Women in succession plans', 'Persons in succession plans'), splits: ['position'], source: 'Quyết định 2282/QĐ-TTg (31/12/2020)', milestones: [to(2025, 40, 'verified', '≥ 40'), to(2030, 50, 'verified', '≥ 50')] },
  { code: 'A08', vi: 'Tỷ lệ nữ trong quy hoạch được đào tạo, bồi dưỡng', en: 'Women in succession plans who were trained', hand: share('Nữ trong quy hoạch được bồi dưỡng trong năm', 'Nữ trong quy hoạch', 'Planned women trained this year', 'Women in succession plans'), splits: ['type'], source: 'Kế hoạch năm của các trường', milestones: [to(2025, 100, 'none')] },
  { code: 'A09', vi: 'Tỷ lệ nữ trong số được bổ nhiệm mới', en: 'Women among new appointments', hand: share('Nữ được bổ nhiệm mới', 'Tổng số người được bổ nhiệm mới', 'Women newly appointed', 'Persons newly appointed'), periods: HALVES, splits: ['position'], source: 'Kế hoạch năm của các Sở Giáo dục và Đào tạo' },
  { code: 'A10', vi: 'Tỷ lệ nữ cấp ủy viên chi bộ, đảng bộ', en: 'Women among Party-committee members', hand: share('Cấp ủy viên là nữ', 'Tổng số cấp ủy viên', 'Women Party-committee members', 'Party-committee members'), splits: ['level'], source: 'Chỉ thị 45-CT/TW', milestones: [to(2025, 15, 'verified', '≥ 15')] },
  { code: 'A11', vi: 'Tỷ lệ nữ đảng viên', en: 'Women among Party members', hand: share('Đảng viên là nữ', 'Tổng số đảng viên', 'Women Party members', 'Party members'), splits: ['ethnicity', 'age_group'], source: 'Báo cáo công tác năm' },
  { code: 'A12', vi: 'Tỷ lệ nữ đảng viên mới kết nạp', en: 'Women among new Party members', hand: share('Đảng viên mới là nữ', 'Tổng số đảng viên mới kết nạp', 'New Party members who are women', 'New Party members'), source: 'Báo cáo công tác năm' },
  { code: 'A13', vi: 'Tỷ lệ nữ trong đội ngũ cán bộ quản lý, giáo viên, nhân viên', en: 'Women among staff', hand: share('Cán bộ, giáo viên, nhân viên là nữ', 'Tổng số cán bộ, giáo viên, nhân viên', 'Women on the staff', 'Staff'), periods: SCHOOL_YEAR, splits: ['position', 'level', 'ethnicity'], direction: 'none', source: 'Thông tư 25/2024/TT-BGDĐT' },
  { code: 'A14', vi: 'Tỷ lệ nữ thạc sĩ trong số thạc sĩ của đơn vị', en: 'Women among holders of a master’s degree', hand: share('Nữ thạc sĩ', 'Tổng số thạc sĩ', 'Women with a master’s degree', 'Holders of a master’s degree'), splits: ['level'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.4a', milestones: both(50, 'verified', '≥ 50') },
  { code: 'A15', vi: 'Tỷ lệ nữ cán bộ, giáo viên, nhân viên có trình độ thạc sĩ', en: 'Share of women staff who hold a master’s degree', hand: share('Nữ thạc sĩ', 'Nữ cán bộ, giáo viên, nhân viên', 'Women with a master’s degree', 'Women on the staff'), levels: ['school'], splits: ['level'], source: 'Kế hoạch năm của các trường; mẫu số khác A14' },
  { code: 'A16', vi: 'Tỷ lệ nữ tiến sĩ trong số tiến sĩ', en: 'Women among holders of a doctorate', hand: share('Nữ tiến sĩ', 'Tổng số tiến sĩ', 'Women with a doctorate', 'Holders of a doctorate'), levels: TOP, givers: ['school', 'department'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.4b', milestones: [to(2025, 30, 'verified'), to(2030, 35, 'recalled')] },
  { code: 'A17', vi: 'Tỷ lệ nữ giáo viên trên chuẩn', en: 'Women teachers above the standard', hand: share('Nữ giáo viên trên chuẩn', 'Tổng số nữ giáo viên', 'Women teachers above the standard', 'Women teachers'), periods: SCHOOL_YEAR, splits: ['level'], source: 'Kế hoạch năm của các trường' },

  // B. Người học, nội dung giáo dục
  { code: 'B01', vi: 'Tỷ lệ học sinh nữ', en: 'Girls among learners', formula: 'pupils.enrolled[sex=F] / pupils.enrolled', periods: SCHOOL_YEAR, splits: ['level', 'ethnicity'], direction: 'none', source: 'Thông tư 25/2024/TT-BGDĐT' },
  { code: 'B02', vi: 'Chỉ số cân bằng giới (GPI) nhập học', en: 'Gender parity index of enrolment', unit: 'index', formula: '(pupils.enrolled[sex=F] / hand.B02.part) / (pupils.enrolled[sex=M] / hand.B02.whole)', hand: share('Trẻ em gái trong độ tuổi trên địa bàn', 'Trẻ em trai trong độ tuổi trên địa bàn', 'Girls of the age in the area', 'Boys of the age in the area'), periods: SCHOOL_YEAR, levels: TOP, givers: ['department'], splits: ['level', 'ethnicity'], source: 'Mục tiêu phát triển bền vững 4.5', milestones: [to(2030, 1, 'recalled', '1,0')] },
  { code: 'B03', vi: 'Tỷ lệ trẻ em trai dân tộc thiểu số hoàn thành tiểu học', en: 'Ethnic-minority boys completing primary school', formula: 'pupils.completed[sex=M, ethnicity=minority, detail=primary] / pupils.due[sex=M, ethnicity=minority, detail=primary]', periods: SCHOOL_YEAR, givers: ['primary'], splits: ['unit'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.2a', milestones: [to(2025, 90, 'verified', '> 90'), to(2030, 99, 'verified', '≈ 99')] },
  { code: 'B04', vi: 'Tỷ lệ trẻ em gái dân tộc thiểu số hoàn thành tiểu học', en: 'Ethnic-minority girls completing primary school', formula: 'pupils.completed[sex=F, ethnicity=minority, detail=primary] / pupils.due[sex=F, ethnicity=minority, detail=primary]', periods: SCHOOL_YEAR, givers: ['primary'], splits: ['unit'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.2a', milestones: [to(2025, 90, 'verified', '> 90'), to(2030, 99, 'verified', '≈ 99')] },
  { code: 'B05', vi: 'Tỷ lệ học sinh dân tộc thiểu số hoàn thành trung học cơ sở', en: 'Ethnic-minority pupils completing lower secondary school', formula: 'pupils.completed[ethnicity=minority, detail=lower_secondary] / pupils.due[ethnicity=minority, detail=lower_secondary]', periods: SCHOOL_YEAR, givers: ['lower_secondary'], splits: ['sex'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.2b', milestones: [to(2025, 85, 'verified', '≈ 85'), to(2030, 90, 'recalled', '≈ 90')] },
  { code: 'B06', vi: 'Tỷ lệ bỏ học theo giới', en: 'Drop-out rate by sex', formula: 'pupils.dropped_out / pupils.enrolled_at_start', periods: SCHOOL_YEAR, splits: ['sex', 'ethnicity', 'level'], direction: 'down', source: 'Thông tư 25/2024/TT-BGDĐT' },
  { code: 'B07', vi: 'Số học sinh nghỉ học vì lý do kết hôn, mang thai, giới', en: 'Pupils who left for marriage, pregnancy or because of their sex', unit: 'persons', formula: 'pupils.dropped_out[detail=marriage|pregnancy]', periods: SCHOOL_YEAR, splits: ['sex'], direction: 'down', isFlow: true, source: 'Luật Bình đẳng giới, Điều 40 khoản 4', milestones: both(0, 'recalled') },
  { code: 'B08', vi: 'Tỷ lệ trẻ hoàn thành chương trình mầm non', en: 'Children completing the preschool programme', formula: 'pupils.completed[detail=kindergarten] / pupils.due[detail=kindergarten]', periods: SCHOOL_YEAR, levels: ['school'], givers: ['kindergarten'], splits: ['sex'], source: 'Kế hoạch năm của các trường', milestones: [to(2025, 100, 'none')] },
  { code: 'B09', vi: 'Tỷ lệ nữ trúng tuyển giáo dục nghề nghiệp', en: 'Women among new entrants to vocational education', hand: share('Nữ trúng tuyển', 'Tổng số trúng tuyển', 'Women admitted', 'Persons admitted'), levels: TOP, givers: ['department'], splits: ['type'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 5.3', milestones: [to(2025, 30, 'verified', '> 30'), to(2030, 40, 'recalled')] },
  { code: 'B10', vi: 'Tỷ lệ nữ sinh chọn tổ hợp, định hướng STEM', en: 'Girls among pupils who choose STEM', hand: share('Nữ sinh chọn STEM', 'Tổng số học sinh chọn STEM', 'Girls who choose STEM', 'Pupils who choose STEM'), periods: SCHOOL_YEAR, givers: ['upper_secondary'], source: 'Yêu cầu quản lý của ngành' },
  { code: 'B11', vi: 'Nội dung giới được đưa vào kế hoạch giáo dục nhà trường', en: 'Gender in the school’s education plan', hand: yes, periods: SCHOOL_YEAR, givers: ['school'], source: 'Nghị quyết 28/NQ-CP, chỉ tiêu 5.1; Quyết định 383/QĐ-BGDĐT (26/01/2022), mục tiêu 1', milestones: both(100, 'recalled') },
  { code: 'B12', vi: 'Tỷ lệ lớp học có ít nhất 1 tiết, hoạt động lồng ghép giới', en: 'Classes with at least one lesson that integrates gender', formula: 'lesson.classes / classes.total', periods: SCHOOL_YEAR, source: 'Quyết định 383/QĐ-BGDĐT (26/01/2022), mục tiêu 1' },
  { code: 'B13', vi: 'Số tiết, hoạt động lồng ghép giới', en: 'Lessons that integrate gender', unit: 'count', formula: 'lesson.periods', periods: HALVES, isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'B14', vi: 'Số tài liệu được rà soát định kiến giới', en: 'Materials reviewed for gender bias', unit: 'count', hand: value('count'), splits: ['type'], isFlow: true, source: 'Luật Bình đẳng giới, Điều 40 khoản 4 điểm d' },
  { code: 'B15', vi: 'Tỷ lệ học sinh hoàn thành tiểu học', en: 'Pupils completing primary school', formula: 'pupils.completed[detail=primary] / pupils.due[detail=primary]', periods: SCHOOL_YEAR, givers: ['primary'], splits: ['sex', 'ethnicity', 'unit'], source: 'Quyết định 841/QĐ-TTg (2023)', milestones: [to(2025, 97.5, 'verified', '97,5'), to(2030, 99, 'verified')] },
  { code: 'B16', vi: 'Tỷ lệ học sinh hoàn thành trung học cơ sở', en: 'Pupils completing lower secondary school', formula: 'pupils.completed[detail=lower_secondary] / pupils.due[detail=lower_secondary]', periods: SCHOOL_YEAR, givers: ['lower_secondary'], splits: ['sex', 'ethnicity', 'unit'], source: 'Quyết định 841/QĐ-TTg (2023)', milestones: [to(2025, 87, 'verified'), to(2030, 90, 'verified')] },

  // C. Truyền thông, nhận thức
  { code: 'C01', vi: 'Số cuộc truyền thông, phổ biến về bình đẳng giới', en: 'Awareness sessions', unit: 'count', formula: 'communication.count', periods: HALVES, splits: ['detail', 'audience'], isFlow: true, source: 'Quyết định 1790/QĐ-TTg (23/10/2021), mục tiêu 1', milestones: both(2, 'verified', '≥ 2 cuộc mỗi năm') },
  { code: 'C02', vi: 'Lượt cán bộ, giáo viên, nhân viên được tiếp cận', en: 'Contacts with staff', unit: 'contacts', formula: `communication.contacts[${OFFICIALS}]`, periods: HALVES, splits: ['sex'], isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'C03', vi: 'Lượt học sinh được tiếp cận', en: 'Contacts with pupils', unit: 'contacts', formula: 'communication.contacts[audience=pupils]', periods: HALVES, splits: ['sex', 'age_group'], isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'C04', vi: 'Lượt cha mẹ học sinh được tiếp cận', en: 'Contacts with parents', unit: 'contacts', formula: 'communication.contacts[audience=parents] + parents_event.contacts[audience=parents]', periods: HALVES, splits: ['sex'], isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'C05', vi: 'Tỷ lệ nam tham gia hoạt động', en: 'Men and boys among participants', formula: `(${sumOf(KINDS_WITH_PEOPLE, 'contacts[sex=M]')}) / (${sumOf(KINDS_WITH_PEOPLE, 'contacts')})`, periods: HALVES, splits: ['audience'], source: 'Kế hoạch năm của các trường' },
  { code: 'C06', vi: 'Số tin, bài trên cổng, trang thông tin của trường', en: 'Articles on the school’s website', unit: 'count', formula: 'publication.count[detail=website]', periods: ['quarter', 'year'], levels: ['school'], splits: ['detail'], isFlow: true, source: 'Kế hoạch năm của các trường (mỗi quý ít nhất 1)', milestones: both(4, 'none', '≥ 4 mỗi năm') },
  { code: 'C07', vi: 'Số sản phẩm truyền thông, bài mạng xã hội', en: 'Communication products and posts', unit: 'count', formula: 'publication.products', periods: HALVES, splits: ['detail'], isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'C08', vi: 'Tỷ lệ đơn vị tổ chức Tháng hành động', en: 'Units that ran the Action Month', formula: 'units_with(action_month.count) / units()', levels: ABOVE, splits: ['level'], source: 'Quyết định 1790/QĐ-TTg (23/10/2021), mục tiêu 2', milestones: [to(2025, 100, 'verified'), to(2030, 100, 'recalled')] },
  { code: 'C09', vi: 'Tỷ lệ đơn vị phổ biến và cam kết thực hiện bình đẳng giới', en: 'Units briefed on gender equality and committed to it', hand: yes, levels: ABOVE, givers: ['school', 'department'], splits: ['level'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 6.2', milestones: both(100, 'verified') },
  { code: 'C10', vi: 'Điểm nhận thức về bình đẳng giới', en: 'Awareness score', unit: 'score', hand: share('Tổng số điểm (thang 100)', 'Số phiếu trả lời', 'Sum of points (of 100)', 'Answers', 'score'), splits: ['sex', 'position', 'ethnicity'], source: 'Quyết định 1790/QĐ-TTg (23/10/2021), mục tiêu 3', milestones: [to(2030, null, 'verified', 'tăng 10–15 % so với 2025')] },
  { code: 'C11', vi: 'Số mô hình, câu lạc bộ, điển hình được nhân rộng', en: 'Models and clubs', unit: 'count', formula: 'model.count', splits: ['type'], isFlow: true, source: 'Kế hoạch năm của các trường' },

  // D. Bộ máy, năng lực
  { code: 'D01', vi: 'Tỷ lệ đơn vị có Ban Vì sự tiến bộ phụ nữ được kiện toàn, còn hiệu lực', en: 'Units whose committee decision is in force', hand: yes, givers: ['school', 'department'], splits: ['level'], source: 'Kế hoạch năm của các đơn vị' },
  { code: 'D02', vi: 'Tỷ lệ thành viên Ban được tập huấn nghiệp vụ', en: 'Committee members who were trained', hand: share('Thành viên được tập huấn', 'Tổng số thành viên Ban', 'Members trained', 'Members'), splits: ['position'], source: 'Quyết định 383/QĐ-BGDĐT (26/01/2022), mục tiêu 5' },
  { code: 'D03', vi: 'Tỷ lệ nữ trong Ban', en: 'Women on the committee', hand: share('Thành viên là nữ', 'Tổng số thành viên Ban', 'Women members', 'Members'), direction: 'none', source: 'Yêu cầu quản lý của ngành' },
  { code: 'D04', vi: 'Số lượt cán bộ, giáo viên, nhân viên được tập huấn về giới', en: 'Staff training contacts', unit: 'contacts', formula: `training_attended.contacts[${OFFICIALS}] + training_held.contacts[${OFFICIALS}]`, periods: HALVES, splits: ['sex', 'audience'], isFlow: true, source: 'Kế hoạch năm của các trường' },
  { code: 'D05', vi: 'Tỷ lệ đơn vị ban hành kế hoạch bình đẳng giới trước 31/3', en: 'Units whose plan was issued by 31 March', formula: 'units_with(plans.issued[until=03-31]) / units()', levels: ABOVE, splits: ['level'], source: 'Kế hoạch năm của các đơn vị' },
  { code: 'D06', vi: 'Tỷ lệ chỉ tiêu trong kế hoạch có số liệu đo được', en: 'Targets of the plan that can be measured', formula: 'plans.targets_measurable / plans.targets_total', source: 'Yêu cầu quản lý của ngành' },
  { code: 'D07', vi: 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn', en: 'Tasks done in time', formula: 'tasks.done_in_time / tasks.due', periods: HALVES, source: 'Yêu cầu quản lý của ngành' },
  { code: 'D08', vi: 'Tỷ lệ báo cáo nộp đúng hạn', en: 'Reports handed in on time', formula: 'reports.in_time / reports.due', periods: HALVES, levels: ABOVE, splits: ['level'], source: 'Kế hoạch năm của các Sở Giáo dục và Đào tạo' },
  { code: 'D09', vi: 'Số cuộc kiểm tra về bình đẳng giới', en: 'Inspections', unit: 'count', hand: value('count'), periods: HALVES, levels: ABOVE, givers: ['department', 'commune'], splits: ['type'], isFlow: true, source: 'Kế hoạch năm của các Sở Giáo dục và Đào tạo' },
  { code: 'D10', vi: 'Tỷ lệ kinh phí thực hiện so với dự toán', en: 'Spending against the estimate', formula: `(${sumOf(KINDS_WITH_COST, 'cost')}) / hand.D10.whole`, hand: { kind: 'whole', number: 'money', whole: { vi: 'Dự toán năm (đồng)', en: 'Estimate of the year (VND)' } }, periods: HALVES, splits: ['type'], isFlow: true, source: 'Thông tư liên tịch 191/2009/TTLT-BTC-BNV' },
  { code: 'D11', vi: 'Số người làm công tác bình đẳng giới và vì sự tiến bộ phụ nữ', en: 'Persons who work on gender equality', unit: 'persons', hand: value('persons'), splits: ['sex'], direction: 'none', source: 'Quyết định 1383/QĐ-BNV' },

  // E. Phòng ngừa, ứng phó bạo lực
  { code: 'E01', vi: 'Số vụ việc bạo lực học đường, bạo lực giới, xâm hại được tiếp nhận', en: 'Incidents received', unit: 'count', hand: value('count'), periods: HALVES, splits: ['type', 'sex', 'age_group'], direction: 'none', isFlow: true, source: 'Nghị định 80/2017/NĐ-CP; Nghị định 56/2017/NĐ-CP' },
  { code: 'E02', vi: 'Tỷ lệ vụ việc được thông báo ngay cho nơi tiếp nhận', en: 'Incidents passed on at once', hand: share('Vụ việc thông báo trong 24 giờ', 'Vụ việc phải thông báo', 'Incidents passed on within 24 hours', 'Incidents to be passed on', 'count'), periods: HALVES, splits: ['type'], source: 'Nghị định 56/2017/NĐ-CP, Điều 25 (mốc 24 giờ do hệ thống đặt)', milestones: both(100, 'recalled') },
  { code: 'E03', vi: 'Tỷ lệ người bị bạo lực được hỗ trợ ít nhất 1 dịch vụ', en: 'Survivors with at least one service', hand: share('Người được hỗ trợ', 'Người bị bạo lực được phát hiện', 'Survivors supported', 'Survivors detected'), periods: HALVES, splits: ['sex', 'age_group'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 3.2', milestones: [to(2025, 80, 'verified'), to(2030, 90, 'verified')] },
  { code: 'E04', vi: 'Tỷ lệ người gây bạo lực được tư vấn, giáo dục', en: 'Perpetrators counselled', hand: share('Người gây bạo lực được tư vấn', 'Người gây bạo lực chưa đến mức xử lý hình sự', 'Perpetrators counselled', 'Perpetrators below the criminal level'), periods: HALVES, splits: ['sex', 'age_group'], source: 'Nghị quyết 28/NQ-CP (3/3/2021), chỉ tiêu 3.2', milestones: [to(2025, 50, 'verified'), to(2030, 70, 'verified')] },
  { code: 'E05', vi: 'Tỷ lệ đơn vị công khai kế hoạch và kênh tiếp nhận', en: 'Units that publish their plan and channels', hand: yes, givers: ['school'], splits: ['level'], source: 'Nghị định 80/2017/NĐ-CP, Điều 6 khoản 1' },
  { code: 'E06', vi: 'Tỷ lệ trường có tổ tư vấn học đường hoạt động', en: 'Schools with a working counselling team', hand: yes, periods: SCHOOL_YEAR, givers: ['school'], splits: ['level'], source: 'Thông tư 18/2025/TT-BGDĐT' },
  { code: 'E07', vi: 'Số lượt học sinh được tư vấn', en: 'Counselling contacts', unit: 'contacts', formula: 'counselling.contacts[audience=pupils]', periods: HALVES, levels: ['school'], splits: ['sex', 'detail'], direction: 'none', isFlow: true, source: 'Thông tư 18/2025/TT-BGDĐT' },
  { code: 'E08', vi: 'Số vụ vi phạm pháp luật về bình đẳng giới được xử lý', en: 'Violations of the law on gender equality that were handled', unit: 'count', hand: value('count'), levels: TOP, givers: ['department'], splits: ['type'], direction: 'none', isFlow: true, source: 'Nghị định 125/2021/NĐ-CP' },

  // F. Khen thưởng, phúc lợi
  { code: 'F01', vi: 'Tỷ lệ nữ được khen thưởng', en: 'Women among those commended', hand: share('Nữ được khen thưởng', 'Tổng số người được khen thưởng', 'Women commended', 'Persons commended'), periods: SCHOOL_YEAR, splits: ['type'], direction: 'none', source: 'Báo cáo công tác năm' },
  { code: 'F02', vi: 'Số tập thể, cá nhân được khen thưởng về công tác bình đẳng giới', en: 'Commendations for work on gender equality', unit: 'count', hand: value('count'), splits: ['type'], isFlow: true, source: 'Kế hoạch năm của các đơn vị' },
  { code: 'F03', vi: 'Tỷ lệ nữ nuôi con dưới 36 tháng được hỗ trợ khi đào tạo, bồi dưỡng', en: 'Women with a child under 36 months supported in training', hand: share('Người được hỗ trợ', 'Người đủ điều kiện hỗ trợ', 'Women supported', 'Women eligible'), source: 'Luật Bình đẳng giới, Điều 14 khoản 4' },
  { code: 'F04', vi: 'Số nữ hoàn cảnh khó khăn được thăm hỏi, hỗ trợ', en: 'Women in hardship who were supported', unit: 'persons', formula: 'visit.persons[sex=F]', periods: HALVES, splits: ['ethnicity'], isFlow: true, source: 'Kế hoạch năm của các trường' },
]

/** The first day for which the catalogue speaks: the strategy begins with 2021. */
const FIRST_DAY = '2021-01-01'

/** Every version of every indicator of the sector. @source Nghị quyết 28/NQ-CP and the documents that each row names */
export const CATALOGUE: readonly Definition[] = ROWS.map((row) => ({
  code: row.code,
  version: 1,
  validFrom: FIRST_DAY,
  name: { vi: row.vi, en: row.en },
  unit: row.unit ?? 'percent',
  formula: row.formula ?? formulaByHand(row.code, row.hand),
  splits: row.splits ?? [],
  periods: row.periods ?? YEAR,
  levels: row.levels ?? EVERY,
  givers: row.givers ?? ['school'],
  direction: row.direction ?? 'up',
  isFlow: row.isFlow ?? false,
  source: row.source,
  milestones: row.milestones ?? [],
  hand: row.hand ?? null,
}))

/** The formula of an indicator whose figures are entered as they are. */
export function formulaByHand(code: string, hand: HandEntry | undefined): string {
  if (hand?.kind === 'share') return `hand.${code}.part / hand.${code}.whole`
  if (hand?.kind === 'yes') return `units_with(hand.${code}.yes) / units_known(hand.${code}.yes)`
  if (hand?.kind === 'value') return `hand.${code}.value`
  throw new Error(`${code} has no formula`)
}
