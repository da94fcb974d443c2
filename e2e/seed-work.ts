import { openGround } from '#app/start.ts'
import { parseConfig } from '#platform/config.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { buildersOn } from '#testing/builders.ts'

// On the data folder of a running program (SONGHANH_DATA): an issued plan of the unit that is given, for the year that is
// given, whose tasks have become work of people.

const [, , unitId = '', year = ''] = process.argv
const ground = await openGround(parseConfig(process.env, process.cwd()), () => undefined)
try {
  await aTakenPlan(
    buildersOn(ground, new Date()),
    unitId,
    [
      { text: 'Tổ chức ngày hội sân trường an toàn cho các khối lớp.', dueOn: `${year}-12-28`, product: 'Báo cáo kết quả kèm ảnh' },
      { text: 'Rà soát đường dây nóng, hộp thư góp ý của trường.', startOn: `${year}-01-05`, dueOn: `${year}-01-15` },
    ],
    { year: Number(year) },
  )
} finally {
  await ground.close()
}
