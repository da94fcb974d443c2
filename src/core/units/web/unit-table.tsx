import type { Words } from '#platform/i18n/messages.ts'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { type Column, Table } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { UnitRow } from '../contract.ts'
import { kindOf, namesOf } from './unit-words.ts'

/** Units of a list, each leading to its page. */
export function UnitTable({ caption, units, withParents = true }: { caption: Words; units: readonly UnitRow[]; withParents?: boolean }) {
  const words = useWords()
  const { day } = useFormat()
  const parents = ({ administrativeParent, professionalParent }: UnitRow) => namesOf(administrativeParent, professionalParent) || '—'
  const columns: readonly Column<UnitRow>[] = [
    {
      key: 'name',
      header: 'units.col_name',
      isName: true,
      cell: (unit) => (
        <>
          <TextLink to={`/don-vi/${unit.id}`}>{unit.name}</TextLink> {unit.closedOn && <Tag tone="mute" label={['units.closed_on', { day: day(unit.closedOn) }]} />}
        </>
      ),
    },
    { key: 'kind', header: 'units.col_kind', cell: (unit) => kindOf(unit, words) },
    ...(withParents ? [{ key: 'parents', header: 'units.col_parents', cell: parents } as const] : []),
    { key: 'code', header: 'units.col_code', cell: (unit) => unit.code ?? '—' },
  ]
  return <Table caption={caption} hideCaption columns={columns} rows={units} keyOf={(unit) => unit.id} cards />
}
