/** A named day or span of the year, `MM-DD`. */
export interface Observance {
  readonly name: string
  readonly from: string
  readonly to: string
  /** The text that fixes it; null where the day is common knowledge and its text was not at hand. */
  readonly source: string | null
}

/** The days and months around which the field's plans are built. */
export const observances = {
  womens_day: { name: 'Ngày Quốc tế Phụ nữ', from: '03-08', to: '03-08', source: null },
  happiness_day: { name: 'Ngày Quốc tế Hạnh phúc', from: '03-20', to: '03-20', source: null },
  family_day_world: { name: 'Ngày Quốc tế Gia đình', from: '05-15', to: '05-15', source: null },
  childrens_day: { name: 'Ngày Quốc tế Thiếu nhi', from: '06-01', to: '06-01', source: null },
  child_month: {
    name: 'Tháng hành động vì trẻ em',
    from: '06-01',
    to: '06-30',
    source: 'Luật Trẻ em 102/2016/QH13, Điều 11',
  },
  domestic_violence_month: {
    name: 'Tháng hành động quốc gia phòng, chống bạo lực gia đình',
    from: '06-01',
    to: '06-30',
    source: null,
  },
  family_day: {
    name: 'Ngày Gia đình Việt Nam',
    from: '06-28',
    to: '06-28',
    source: 'Nghị định 02/2013/NĐ-CP, Điều 9',
  },
  opening_day: { name: 'Lễ khai giảng năm học', from: '09-05', to: '09-05', source: null },
  girls_day: { name: 'Ngày Quốc tế Trẻ em gái', from: '10-11', to: '10-11', source: null },
  vietnamese_womens_day: { name: 'Ngày Phụ nữ Việt Nam', from: '10-20', to: '10-20', source: null },
  law_day: {
    name: 'Ngày Pháp luật Việt Nam',
    from: '11-09',
    to: '11-09',
    source: 'Luật Phổ biến, giáo dục pháp luật 14/2012/QH13, Điều 8',
  },
  action_month: {
    name: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    from: '11-15',
    to: '12-15',
    source: null,
  },
  teachers_day: { name: 'Ngày Nhà giáo Việt Nam', from: '11-20', to: '11-20', source: null },
  violence_day: {
    name: 'Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái',
    from: '11-25',
    to: '11-25',
    source: null,
  },
  population_day: { name: 'Ngày Dân số Việt Nam', from: '12-26', to: '12-26', source: null },
} as const satisfies Record<string, Observance>

export type ObservanceId = keyof typeof observances
