import { useSession } from '#core/access/web/session.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { listCases, type CaseHeadView } from '../contract.ts'
import { ClockTag, StateTag } from './case-words.tsx'

/** What a person was given to look after, without a word of what it is. */
export default function CasesPage() {
  const { active } = useSession()
  const { t } = useWords()
  const read = useOperation(listCases, { unitId: active.unitId }, { refetchEveryMs: 60_000 })
  return (
    <>
      <PageHead title="cases.title" />
      <p>
        <TextLink to="/viec-rieng/khoa">{t('cases.key_title')}</TextLink> · <TextLink to="/viec-rieng/mo-khan">{t('cases.glass_title')}</TextLink>
      </p>
      <OperationView read={read}>
        {({ cases }) => (cases.length === 0 ? <EmptyState icon="lock" title="cases.none" text="cases.none_text" /> : <List cases={cases} />)}
      </OperationView>
      <p className="hint">
        {t('cases.public_address')} <a href={`/giup-do/${active.unitId}`}>{`${window.location.origin}/giup-do/${active.unitId}`}</a>
      </p>
    </>
  )
}

function List({ cases }: { cases: readonly CaseHeadView[] }) {
  const { t } = useWords()
  const format = useFormat()
  const columns: readonly Column<CaseHeadView>[] = [
    { key: 'number', header: 'cases.column_number', isName: true, cell: ({ id, number, year }) => <TextLink to={`/viec-rieng/${id}`}>{t(['cases.number', { number, year: String(year) }])}</TextLink> },
    { key: 'received', header: 'cases.column_received', cell: ({ receivedAt }) => format.instant(receivedAt) },
    { key: 'about', header: 'cases.column_about', cell: ({ aboutUnitName }) => aboutUnitName },
    {
      key: 'state',
      header: 'cases.column_state',
      cell: ({ state, isUnanswered, seat, channel }) => (
        <span className="row">
          <StateTag state={state} />
          {channel === 'upward' && <Tag tone="info" label="cases.channel_upward" />}
          {isUnanswered && seat === 'handler' && <Tag tone="warn" label="cases.unanswered" />}
          {seat === 'supervisor' && <Tag tone="info" label="cases.seat_supervisor" />}
        </span>
      ),
    },
    { key: 'next', header: 'cases.column_next', cell: ({ next }) => (next ? <ClockTag clock={next} /> : null) },
  ]
  return <Table caption="cases.title" hideCaption cards columns={columns} rows={cases} keyOf={({ id }) => id} />
}
