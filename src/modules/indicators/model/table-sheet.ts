import type { SheetToWrite } from '#platform/sheets.ts'
import { addDays } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type words from '../i18n/vi.json'
import type { IndicatorTable, TableUnit } from '../table-contract.ts'

type Words = typeof words

/** The table of many units as sheets: the figures with n and N beside each, and what the codes mean. */
export function tableSheets(table: IndicatorTable, say: Words): SheetToWrite[] {
  return [
    {
      name: 'BangSoSanh',
      columns: [
        { header: say['indicators.below_unit'], width: 44 },
        ...table.columns.flatMap(({ code, year, sex, unit }) => {
          const header = [code, String(year), sex === '' ? null : say[`indicators.sex_${sex}`], say[`indicators.define_unit_${unit}`]].filter((word) => word !== null).join(' · ')
          return [
            { header, width: 16 },
            { header: `${code} · ${year} · ${say['indicators.table_known']}`, width: 12 },
          ]
        }),
      ],
      rows: [table.total, ...table.rows].map((row) => [nameWords(row, say), ...row.cells.flatMap(({ value, known, units }): (string | number | null)[] => (units === 0 && known === 0 ? ['x', null] : [value, `${known}/${units}`]))]),
    },
    {
      name: 'ChuGiai',
      columns: [
        { header: say['indicators.define_code'], width: 10 },
        { header: say['indicators.column_indicator'], width: 70 },
        { header: say['indicators.define_unit'], width: 14 },
        { header: say['indicators.column_source'], width: 18 },
      ],
      rows: table.indicators.map(({ code, name, unit, byHand }) => [code, name.vi, say[`indicators.define_unit_${unit}`], say[byHand ? 'indicators.by_hand' : 'indicators.counted']]),
    },
  ]
}

function nameWords({ unitName, closedOn }: TableUnit, say: Words): string {
  return closedOn === null ? unitName : `${unitName} (${say['indicators.table_closed'].replace('{day}', formatDay(addDays(closedOn, -1)))})`
}
