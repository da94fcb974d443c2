import { useFormat } from '#platform/web/format.ts'
import { useGo } from '#platform/web/location.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { today } from '#platform/web/format.ts'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useWords } from '#platform/web/words.ts'
import { copyActivity, removeActivity, restoreActivity, type ActivityRow } from '../contract.ts'
import { kindLabel } from './activity-words.ts'

const INVALIDATED = ['activities', 'todos']

export function ActivityTable({ rows, canEdit }: { rows: readonly ActivityRow[]; canEdit: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const go = useGo()
  const restore = useCommand(restoreActivity, { invalidate: INVALIDATED })
  const remove = useCommand(removeActivity, {
    invalidate: INVALIDATED,
    onDone: ({ recordId }) => showToast('activities.removed_toast', { action: { label: 'activities.undo', run: () => restore.mutate({ recordId }) } }),
  })
  const copy = useCommand(copyActivity, { invalidate: INVALIDATED, onDone: ({ recordId }) => go(`/hoat-dong/${recordId}`) })
  const columns: Column<ActivityRow>[] = [
    { key: 'day', header: 'activities.day', cell: ({ onDay, untilDay }) => (untilDay ? `${format.dayOfYear(onDay)} – ${format.day(untilDay)}` : format.day(onDay)) },
    {
      key: 'title',
      header: 'activities.name',
      isName: true,
      cell: (row) => (
        <>
          <TextLink to={`/hoat-dong/${row.id}`}>{row.title || t('activities.untitled')}</TextLink> {row.state === 'draft' && <Tag tone="warn" label="records.state_draft" />}
          <span className="hint block">
            {t(kindLabel(row.kind))}
            {row.nodeText && ` · ${row.nodeText}`}
          </span>
        </>
      ),
    },
    { key: 'contacts', header: 'activities.contacts', isNumber: true, cell: ({ contacts }) => format.number(contacts) },
    { key: 'female', header: 'records.sex_female', isNumber: true, cell: ({ female }) => format.number(female) },
    { key: 'male', header: 'records.sex_male', isNumber: true, cell: ({ male }) => format.number(male) },
    { key: 'cost', header: 'activities.cost_short', isNumber: true, cell: ({ cost }) => format.number(cost) },
    {
      key: 'evidence',
      header: 'activities.evidence',
      cell: ({ evidence, evidenceMissing }) =>
        evidenceMissing > 0 ? <Tag tone="warn" label={['activities.evidence_missing', { count: evidenceMissing }]} /> : format.number(evidence),
    },
    { key: 'who', header: 'activities.who', cell: ({ byName }) => byName ?? '—' },
    ...(canEdit
      ? [
          {
            key: 'more',
            header: 'activities.more' as const,
            cell: (row: ActivityRow) => (
              <Menu label={['activities.more_of', { title: row.title }]} small>
                <MenuItem label="activities.open" icon="edit" onSelect={() => go(`/hoat-dong/${row.id}`)} />
                <MenuItem label="activities.copy" icon="plus" onSelect={() => copy.mutate({ recordId: row.id, newId: newOperationId(), onDay: today() })} />
                <MenuItem label="activities.remove" icon="trash" danger onSelect={() => remove.mutate({ recordId: row.id })} />
              </Menu>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <ErrorNote error={remove.error ?? copy.error ?? restore.error} />
      <Table caption="activities.table" hideCaption columns={columns} rows={rows} keyOf={(row) => row.id} cards />
    </>
  )
}
