import { useFormat } from '#platform/web/format.ts'
import { Icon, type IconName } from '#platform/web/icon.tsx'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Words } from '#platform/i18n/messages.ts'
import type { IndicatorRow } from '../contract.ts'
import { groupOf, placesOf, type UnitOfMeasure } from '../model/definition.ts'
import type { TargetState } from '../model/target-state.ts'

export const STATE_LOOK = {
  met: { label: 'indicators.state_met', tone: 'ok', icon: 'check' },
  on_track: { label: 'indicators.state_on_track', tone: 'info', icon: 'up' },
  at_risk: { label: 'indicators.state_at_risk', tone: 'warn', icon: 'warning' },
  late: { label: 'indicators.state_late', tone: 'bad', icon: 'down' },
  no_data: { label: 'indicators.state_no_data', tone: 'returned', icon: 'info' },
  none: { label: 'indicators.state_none', tone: 'mute', icon: 'close' },
  not_compared: { label: 'indicators.state_not_compared', tone: 'mute', icon: 'sort' },
  no_target: { label: 'indicators.state_no_target', tone: 'mute', icon: 'edit' },
} as const satisfies Record<TargetState, { label: Words; tone: Tone; icon: IconName }>

/** The state in a word and a picture. */
export function StateMark({ state }: { state: TargetState }) {
  const { label, tone, icon } = STATE_LOOK[state]
  return (
    <span className="row row-center state-mark">
      <Icon name={icon} />
      <Tag tone={tone} label={label} />
    </span>
  )
}

/** How figures of an indicator are written, with their unit. */
export function useFigureWords() {
  const { t, language } = useWords()
  const format = useFormat()
  const written = (value: number | null, unit: UnitOfMeasure): string => {
    if (value === null) return '—'
    const text = format.number(value, placesOf(unit))
    if (unit === 'percent') return `${text}%`
    return unit === 'money' ? format.vnd(value) : text
  }
  return {
    /** A figure, a target, a goal. */
    written,
    /** A figure, or why there is none; a yes or no of one unit as such. */
    figure(row: Pick<IndicatorRow, 'value' | 'figure' | 'unit'>, yesNo = false): string {
      if (row.figure === 'none') return t('indicators.state_none')
      if (yesNo && row.value !== null) return t(row.value > 0 ? 'indicators.yes' : 'indicators.no')
      return written(row.value, row.unit)
    },
    name: (name: { vi: string; en: string }) => (language === 'vi' ? name.vi : name.en),
    target(target: IndicatorRow['target']): string {
      if (!target) return ''
      const { kind, unitName, sure } = target.source
      if (kind === 'inherited') return t(['indicators.source_inherited', { unit: unitName ?? '' }])
      if (kind === 'official') return t(sure === 'verified' ? 'indicators.source_official' : 'indicators.source_official_recalled')
      return t(`indicators.source_${kind}`)
    },
  }
}

export function groupWords(code: string): Words {
  return `indicators.group_${groupOf(code)}`
}
