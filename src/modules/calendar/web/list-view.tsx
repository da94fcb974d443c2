import { useState } from 'react'
import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { PlainDate } from '#platform/clock.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Chips } from '#platform/web/chips.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { isWork } from '../model/months.ts'
import { lookOf, useTitleOf, type EntryLook } from './entry-line.tsx'

const FILTERS = ['all', 'mine', 'work', 'observance', 'late'] as const
type Filter = (typeof FILTERS)[number]

const TONES: Readonly<Record<EntryLook, Tone>> = { observance: 'mute', holiday: 'mute', done: 'ok', coming: 'info', late: 'bad', deadline: 'warn' }

interface ListProps {
  entries: readonly AgendaEntry[]
  kind: string
  onKind: (kind: string) => void
  onOffer: (observance: AgendaEntry) => void
  today: PlainDate
}

/** Every entry in a line, to search and filter. */
export function ListView({ entries, kind, onKind }: ListProps) {
  const [typed, setTyped] = useState('')
  const format = useFormat()
  const titleOf = useTitleOf()
  const filter: Filter = FILTERS.find((one) => one === kind) ?? 'all'
  const rows = entries.filter((entry) => passes(entry, filter) && matchesSearch(titleOf(entry), typed))
  const columns: readonly Column<AgendaEntry>[] = [
    { key: 'day', header: 'calendar.column_day', cell: ({ day, until }) => (until ? `${format.day(day)} – ${format.day(until)}` : format.day(day)) },
    {
      key: 'title',
      header: 'calendar.column_what',
      isName: true,
      cell: (entry) => (
        <>
          {entry.href ? <TextLink to={entry.href}>{titleOf(entry)}</TextLink> : titleOf(entry)}
          {entry.note && <div className="hint">{entry.note}</div>}
        </>
      ),
    },
    { key: 'state', header: 'calendar.column_state', cell: (entry) => <Tag tone={TONES[lookOf(entry)]} label={`calendar.look_${lookOf(entry)}`} /> },
  ]
  return (
    <div className="stack">
      <div className="row no-print">
        <Chips legend="calendar.filter" value={filter} onChange={onKind} choices={FILTERS.map((value) => ({ value, label: `calendar.filter_${value}` as const }))} />
        <TextInput label="calendar.search" type="search" value={typed} onChange={setTyped} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="calendar.none_found" icon="calendar" />
      ) : (
        <Table caption="calendar.list_caption" hideCaption columns={columns} rows={rows} keyOf={({ id }) => id} cards />
      )}
    </div>
  )
}

function passes(entry: AgendaEntry, filter: Filter): boolean {
  if (filter === 'mine') return entry.isMine
  if (filter === 'work') return isWork(entry)
  if (filter === 'observance') return entry.kind === 'observance' || entry.kind === 'holiday'
  return filter === 'late' ? entry.state === 'late' : true
}
