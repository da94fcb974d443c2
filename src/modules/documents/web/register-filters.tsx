import { today } from '#platform/web/format.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { DOCUMENT_TYPE_NAMES } from '../model/document-types.ts'
import { STATES, type Direction, type State } from '../model/lifecycle.ts'
import { lookOf } from './document-words.ts'
import type { REGISTER_LIST } from './register-page.tsx'
import './documents.css'

type List = typeof REGISTER_LIST

const STATES_OF = {
  incoming: ['draft', 'registered', 'withdrawn'],
  outgoing: ['draft', 'review', 'approved', 'issued', 'withdrawn'],
  internal: ['draft', 'review', 'approved', 'issued', 'withdrawn'],
} as const satisfies Record<Direction, readonly State[]>

const YEARS_BACK = 5

/** Search and quick choices over the register; each change begins at the first page. */
export function RegisterFilters({ list, direction, onChange }: { list: List; direction: Direction; onChange: (change: Partial<List>) => void }) {
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back))
  const set = (change: Partial<List>) => onChange({ ...change, sau: '' })
  return (
    <div className="filters no-print">
      <TextInput label="documents.search" hint="documents.search_hint" type="search" value={list.q} onChange={(q) => set({ q })} />
      <Select
        label="documents.year"
        empty="documents.all_years"
        value={list.nam}
        onChange={(nam) => set({ nam })}
        choices={years.map((year) => ({ value: year, text: year }))}
      />
      <Select
        label="documents.state"
        empty="documents.all_states"
        value={STATES.find((state) => state === list.tinhtrang) ?? ''}
        onChange={(tinhtrang) => set({ tinhtrang })}
        choices={STATES_OF[direction].map((state) => ({ value: state, label: lookOf({ direction, state }).label }))}
      />
      <Select
        label="documents.doc_type"
        empty="documents.all_types"
        value={list.loai}
        onChange={(loai) => set({ loai })}
        choices={DOCUMENT_TYPE_NAMES.map((name) => ({ value: name, text: name }))}
      />
    </div>
  )
}
