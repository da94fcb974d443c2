import type { ObservanceCode } from '../contract.ts'
import type { National } from '../model/observances.ts'

// The nation's list as it is shipped. Rows of calendar.observance_change correct it, add to it and give the themes of
// later years. “Kế hoạch năm của các đơn vị”: plans of several units name the day, its own text was not at hand.

/** stated: a text or several plans say so; recalled: common knowledge whose text was not at hand, to be checked. */
export type Certainty = 'stated' | 'recalled'

interface Row {
  readonly name: string
  readonly nameEn: string
  /** `MM-DD`; the last day is the first unless said. */
  readonly from: string
  readonly to?: string
  readonly certainty: Certainty
  readonly source: string
  /** Year → what it is about, and the guidance that says so. */
  readonly themes?: Readonly<Record<number, Theme>>
}

interface Theme {
  readonly theme: string
  readonly source: string
}

const PLANS = 'Kế hoạch năm của các đơn vị'
const CUSTOM = 'Thông lệ'
const WELFARE = 'Đảm bảo an sinh xã hội, tăng quyền năng và tạo cơ hội cho phụ nữ và trẻ em gái nhằm thực hiện bình đẳng giới và xóa bỏ bạo lực trên cơ sở giới'

const LIST = {
  womens_day: { name: 'Ngày Quốc tế Phụ nữ', nameEn: 'International Women’s Day', from: '03-08', certainty: 'stated', source: PLANS },
  happiness_day: { name: 'Ngày Quốc tế Hạnh phúc', nameEn: 'International Day of Happiness', from: '03-20', certainty: 'stated', source: PLANS },
  family_day_world: { name: 'Ngày Quốc tế Gia đình', nameEn: 'International Day of Families', from: '05-15', certainty: 'recalled', source: CUSTOM },
  childrens_day: { name: 'Ngày Quốc tế Thiếu nhi', nameEn: 'International Children’s Day', from: '06-01', certainty: 'recalled', source: CUSTOM },
  child_month: { name: 'Tháng hành động vì trẻ em', nameEn: 'Action Month for Children', from: '06-01', to: '06-30', certainty: 'stated', source: 'Luật Trẻ em 102/2016/QH13, Điều 11' },
  domestic_violence_month: {
    name: 'Tháng hành động quốc gia phòng, chống bạo lực gia đình',
    nameEn: 'National Action Month against Domestic Violence',
    from: '06-01',
    to: '06-30',
    certainty: 'stated',
    source: PLANS,
  },
  family_day: { name: 'Ngày Gia đình Việt Nam', nameEn: 'Vietnamese Family Day', from: '06-28', certainty: 'stated', source: 'Nghị định 02/2013/NĐ-CP, Điều 9' },
  trafficking_day: { name: 'Ngày toàn dân phòng, chống mua bán người', nameEn: 'Day against Human Trafficking', from: '07-30', certainty: 'recalled', source: CUSTOM },
  opening_day: { name: 'Lễ khai giảng năm học', nameEn: 'Opening of the school year', from: '09-05', certainty: 'recalled', source: CUSTOM },
  girls_day: { name: 'Ngày Quốc tế Trẻ em gái', nameEn: 'International Day of the Girl Child', from: '10-11', certainty: 'recalled', source: CUSTOM },
  vietnamese_womens_day: { name: 'Ngày Phụ nữ Việt Nam', nameEn: 'Vietnamese Women’s Day', from: '10-20', certainty: 'stated', source: PLANS },
  law_day: { name: 'Ngày Pháp luật Việt Nam', nameEn: 'Vietnam Law Day', from: '11-09', certainty: 'stated', source: 'Luật Phổ biến, giáo dục pháp luật 14/2012/QH13, Điều 8' },
  action_month: {
    name: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    nameEn: 'Action Month for Gender Equality and against Gender-based Violence',
    from: '11-15',
    to: '12-15',
    certainty: 'stated',
    source: 'Nghị định 276/2026/NĐ-CP; tổ chức hằng năm từ 2016',
    themes: {
      2023: { theme: WELFARE, source: 'Hướng dẫn Tháng hành động năm 2023' },
      2024: { theme: WELFARE, source: 'Công văn 4893/BLĐTBXH-VBĐG năm 2024' },
      2025: { theme: 'Bình đẳng giới và an toàn cho phụ nữ và trẻ em gái trong kỷ nguyên số', source: 'Công văn 8935/BNV-CTTN&BĐG ngày 03/10/2025' },
    },
  },
  teachers_day: { name: 'Ngày Nhà giáo Việt Nam', nameEn: 'Vietnamese Teachers’ Day', from: '11-20', certainty: 'recalled', source: CUSTOM },
  violence_day: {
    name: 'Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái',
    nameEn: 'International Day for the Elimination of Violence against Women and Girls',
    from: '11-25',
    certainty: 'stated',
    source: 'Hướng dẫn Tháng hành động',
  },
  human_rights_day: { name: 'Ngày Nhân quyền Quốc tế', nameEn: 'Human Rights Day', from: '12-10', certainty: 'recalled', source: CUSTOM },
  population_day: { name: 'Ngày Dân số Việt Nam', nameEn: 'Vietnam Population Day', from: '12-26', certainty: 'recalled', source: CUSTOM },
} as const satisfies Record<ObservanceCode, Row>

/** The nation's list with the themes of a year. */
export function nationalObservances(year: number): National[] {
  return Object.entries<Row>(LIST).map(([code, { name, nameEn, from, to = from, certainty, source, themes }]) => {
    const said = themes?.[year]
    return { code: code as ObservanceCode, name, nameEn, fromDay: from, toDay: to, certainty, source, theme: said?.theme ?? null, themeSource: said?.source ?? null }
  })
}
