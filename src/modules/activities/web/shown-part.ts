import { formatDay } from '#platform/i18n/day.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'
import { formatVnd } from '#platform/i18n/number.ts'
import { isDay } from '#core/records/model/check-values.ts'
import type { FieldValue, HeadCount, RecordValues } from '#core/records/model/record.ts'

/** What a part of a record is called: `people.pupils` is pupils, `field.channel` is the name of that field. */
export function namePart(part: string, { t, find }: Translator): string {
  const [group, name] = part.split('.')
  if (group === 'people' && name) return find(`records.audience_${name}`) ?? name
  if (group === 'field' && name) return find(`activities.field_${name}`) ?? name
  return find(`activities.part_${group}`) ?? t('activities.part_other' satisfies MessageKey)
}

/** One version of a part in words; empty when there is nothing in it. */
export function shownPart(part: unknown, words: Translator, nameTask: (taskId: string) => string | null): string {
  const { t, find, language } = words
  if (Array.isArray(part)) return t(['activities.names', { count: part.length }])
  const { headCounts, fields = {}, taskId, planId: _plan, nodeId: _node, cost, costSource, ...plain } = (part ?? {}) as Partial<RecordValues>
  const shown = [
    ...Object.values(plain).map((value) => (value && isDay(value) ? formatDay(value) : value)),
    taskId !== undefined && (taskId === null ? t('activities.quick_outside') : (nameTask(taskId) ?? t('activities.task_chosen'))),
    typeof cost === 'number' && formatVnd(cost, language),
    costSource && find(`records.cost_${costSource}`),
    ...Object.entries(fields).map(([id, value]) => shownField(id, value, words)),
    ...(headCounts ?? []).map((cell) => shownCell(cell, words)),
  ]
  return shown.filter(Boolean).join(' · ')
}

function shownField(id: string, value: FieldValue, { find }: Translator): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'object') return value.join('; ')
  const text = String(value)
  return find(`activities.choice_${id}_${text}`) ?? (isDay(text) ? formatDay(text) : text)
}

/** `Nữ 212`; who is of a minority stands apart, and persons beside contacts where both were counted. */
function shownCell({ sex, ageGroup, ethnicity, contacts, persons }: HeadCount, { t, find }: Translator): string {
  const name = t(sex === 'F' ? 'activities.quick_female' : sex === 'M' ? 'activities.quick_male' : 'activities.quick_total')
  const about = [ageGroup && find(`records.age_${ageGroup}`), ethnicity === 'minority' && find('records.ethnicity_minority')].filter(Boolean)
  const both = contacts !== null && persons !== null && contacts !== persons
  return `${name}${about.length > 0 ? ` (${about.join(', ')})` : ''} ${contacts ?? persons ?? '—'}${both ? ` / ${persons}` : ''}`
}
