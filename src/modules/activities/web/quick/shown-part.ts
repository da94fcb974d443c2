import type { MessageKey } from '#platform/i18n/messages.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { Translator } from '#platform/i18n/translator.ts'
import { isDay } from '#core/records/model/check-values.ts'
import type { HeadCount, RecordValues } from '#core/records/model/record.ts'

/** What a part of a record is called: `people.pupils` is pupils, `field.channel` is the name of that field. */
export function namePart(part: string, { t, find }: Translator): string {
  const [group, name] = part.split('.')
  if (group === 'people' && name) return find(`activities.quick_${name}`) ?? name
  if (group === 'field' && name) return find(`activities.field_${name}`) ?? name
  return find(`activities.part_${group}`) ?? t('activities.part_other' satisfies MessageKey)
}

/** One version of a part in words; empty when there is nothing in it. */
export function shownPart(part: unknown, words: Translator): string {
  const { headCounts, fields, ...plain } = (part ?? {}) as Partial<RecordValues>
  if (headCounts) return headCounts.map((cell) => cellWords(cell, words)).join(' · ')
  return Object.values({ ...plain, ...fields })
    .filter((value) => value !== null && value !== '')
    .map((value) => (typeof value === 'string' && isDay(value) ? formatDay(value) : String(value)))
    .join(' · ')
}

function cellWords({ sex, contacts, persons }: HeadCount, { t }: Translator): string {
  const name = t(sex === 'F' ? 'activities.quick_female' : sex === 'M' ? 'activities.quick_male' : 'activities.quick_total')
  return `${name} ${contacts ?? persons ?? '—'}`
}
