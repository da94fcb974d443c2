import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { handFigure, measureKey, readMeasureText } from '../model/measure-text.ts'

/**
 * What a written measure is called, with what of it is counted: “Truyền thông: lượt người (giáo viên; nữ)”, and
 * what `units()` and `units_with(…)` of a formula count. Needs the words of every module.
 */
export function useMeasureName(): (text: string) => string {
  const { find, t } = useWords()
  const format = useFormat()
  const valueName = (name: string, value: string) => (name === 'until' ? t(['facts.until', { day: format.dayOfYear(`2026-${value}`) }]) : (find(`facts.value_${value}`) ?? value))
  const nameOf = (text: string): string => {
    const [, units, counted] = /^(units|units_with)\((.*)\)$/.exec(text) ?? []
    if (units) return counted ? t(['facts.units_with', { measure: nameOf(counted) }]) : t('facts.units')
    const { code, filters } = readMeasureText(text)
    const whole = find(measureKey(code), { indicator: handFigure(code)?.indicator ?? '' }) ?? code
    if (filters.length === 0) return whole
    return `${whole} (${filters.map(({ name, values }) => values.map((value) => valueName(name, value)).join(', ')).join('; ')})`
  }
  return nameOf
}
