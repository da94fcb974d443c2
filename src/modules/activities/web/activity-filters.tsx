import { AUDIENCES } from '#core/records/model/kind.ts'
import { today } from '#platform/web/format.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { audienceLabel, kindChoices } from './activity-words.ts'

/** The state of the list, in the address: what colleagues send to each other. */
export const ACTIVITY_LIST = { q: '', loai: '', thang: '', nam: '', doituong: '', ai: '', viec: '', dong: '', thieu: '', trang: 1 }
export type ActivityList = typeof ACTIVITY_LIST

interface ActivityFiltersProps {
  list: ActivityList
  people: readonly { readonly id: string; readonly name: string }[]
  onChange: (change: Partial<ActivityList>) => void
}

export function ActivityFilters({ list, people, onChange }: ActivityFiltersProps) {
  return (
    <div className="filters no-print">
      <TextInput label="activities.search" type="search" value={list.q} placeholder="activities.search_hint" onChange={(q) => onChange({ q })} />
      <Select label="activities.kind" empty="activities.all_kinds" value={list.loai} onChange={(loai) => onChange({ loai })} choices={kindChoices} />
      <Select label="activities.month" empty="activities.all_months" value={list.thang} onChange={(thang) => onChange({ thang })} choices={monthChoices(list.thang)} />
      <Select
        label="activities.audience"
        empty="activities.all_audiences"
        value={AUDIENCES.find((one) => one === list.doituong) ?? ''}
        onChange={(doituong) => onChange({ doituong })}
        choices={AUDIENCES.map((value) => ({ value, label: audienceLabel(value) }))}
      />
      <Select
        label="activities.who"
        empty="activities.everybody"
        value={list.ai}
        onChange={(ai) => onChange({ ai })}
        choices={people.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </div>
  )
}

const MONTHS_BACK = 18

/** This month and those before it; an older one that is in the address stays on the list. */
function monthChoices(chosen: string) {
  const [year, month] = today().split('-').map(Number) as [number, number]
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => {
    const day = new Date(Date.UTC(year, month - 1 - back, 1))
    return day.toISOString().slice(0, 7)
  })
  const all = chosen === '' || months.includes(chosen) ? months : [...months, chosen]
  return all.map((value) => ({ value, text: `${value.slice(5)}/${value.slice(0, 4)}` }))
}
