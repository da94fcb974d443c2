import { useCan, useSession } from '#core/access/web/session.ts'
import { AUDIENCES } from '#core/records/model/kind.ts'
import { hrefOf } from '#platform/web/api.ts'
import { Button } from '#platform/web/button.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useGo, useListState } from '#platform/web/location.ts'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useKept } from '#platform/web/outbox/use-kept.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import type { OutputOf } from '#platform/web/request.ts'
import { useWords } from '#platform/web/words.ts'
import { listActivities } from '../contract.ts'
import { exportActivities } from '../sheet-contract.ts'
import { ActivityFilters, ACTIVITY_LIST, type ActivityList } from './activity-filters.tsx'
import { ActivityTable } from './activity-table.tsx'
import './activities.css'

export default function ActivitiesPage() {
  const [list, setList] = useListState(ACTIVITY_LIST)
  const { active } = useSession()
  const filter = filterOf(list)
  // the newest of one's own unit are there without a network as well
  const isPlain = Object.keys(filter).length === 0 && list.trang === 1
  const keeping = { place: `activities.list.${active.unitId}`, keep: (data: OutputOf<typeof listActivities>) => (data.canEdit ? data : null) }
  const read = useKept(listActivities, { unitId: active.unitId, ...filter, page: list.trang }, isPlain ? keeping : null, { keepPrevious: true })
  const { t } = useWords()
  const people = read.data?.people ?? []
  return (
    <>
      <PageHead title="activities.title" actions={<Actions list={list} />} />
      <ActivityFilters list={list} people={people} onChange={(change) => setList({ trang: 1, ...change })} />
      {read.isKept && <Note>{t('activities.is_kept')}</Note>}
      <OperationView read={read} rows={6}>
        {(data) =>
          data.rows.length === 0 ? (
            <NoActivities list={list} onClear={() => setList(ACTIVITY_LIST)} />
          ) : (
            <>
              <Totals totals={data.totals} list={list} onLacking={() => setList({ thieu: list.thieu ? '' : 'evidence', trang: 1 })} />
              <ActivityTable rows={data.rows} canEdit={data.canEdit} />
              <Pagination page={list.trang} pageSize={data.pageSize} total={data.found} onPage={(trang) => setList({ trang })} />
            </>
          )
        }
      </OperationView>
    </>
  )
}

/** The list as the operation takes it; what an old address has wrong is left out. */
function filterOf(list: ActivityList) {
  const audience = AUDIENCES.find((one) => one === list.doituong)
  return {
    ...(/^[a-z_]+$/.test(list.loai) ? { kind: list.loai } : {}),
    ...(/^\d{4}-\d\d$/.test(list.thang) ? { month: list.thang } : {}),
    ...(/^20\d\d$/.test(list.nam) ? { year: list.nam } : {}),
    ...(audience ? { audience } : {}),
    ...(list.q ? { q: list.q } : {}),
    ...(list.viec ? { taskId: list.viec } : {}),
    ...(list.dong ? { nodeId: list.dong } : {}),
    ...(list.ai ? { by: list.ai } : {}),
    ...(list.thieu === 'evidence' ? { lacking: 'evidence' as const } : {}),
  }
}

function Actions({ list }: { list: ActivityList }) {
  const can = useCan()
  const go = useGo()
  const { active } = useSession()
  const sheet = hrefOf({ ...exportActivities, route: `${exportActivities.route}.xlsx` }, { unitId: active.unitId, ...filterOf(list) })
  const canEdit = can('activities.edit')
  return (
    <>
      {canEdit && <ButtonLink to="/hoat-dong/moi" label="activities.new" icon="plus" />}
      <div className="wide-only">
        {canEdit && <ButtonLink to="/hoat-dong/nhap" kind="secondary" label="activities.import" icon="upload" />}
        <DownloadLink href={sheet} label="activities.export" />
        <Button kind="secondary" icon="print" label="activities.print" onClick={() => window.print()} />
      </div>
      <div className="narrow-only">
        <Menu label="kit.more_actions">
          <MenuItem label="activities.export" icon="download" onSelect={() => window.location.assign(sheet)} />
          {canEdit && <MenuItem label="activities.import" icon="upload" onSelect={() => go('/hoat-dong/nhap')} />}
        </Menu>
      </div>
    </>
  )
}

function Totals({ totals, list, onLacking }: { totals: OutputOf<typeof listActivities>['totals']; list: ActivityList; onLacking: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <div className="row row-center">
      <p className="grow">
        {t('activities.totals', { activities: totals.activities })}
        {totals.contacts !== null && <> · {t('activities.totals_people', { contacts: totals.contacts, female: totals.female ?? 0, male: totals.male ?? 0 })}</>}
        {totals.cost !== null && <> · {t('activities.totals_cost', { cost: format.vnd(totals.cost) })}</>}
      </p>
      {totals.lackingEvidence > 0 && (
        <Button kind="ghost" small icon="warning" label={list.thieu ? 'activities.show_all' : ['activities.lacking', { count: totals.lackingEvidence }]} onClick={onLacking} />
      )}
    </div>
  )
}

function NoActivities({ list, onClear }: { list: ActivityList; onClear: () => void }) {
  const can = useCan()
  const isFiltered = Object.values(filterOf(list)).length > 0
  if (isFiltered) {
    return <EmptyState title="activities.nothing_found" text="activities.nothing_found_text" icon="search" action={<Button kind="secondary" label="activities.clear_filters" onClick={onClear} />} />
  }
  return (
    <EmptyState
      title="activities.empty"
      text="activities.empty_text"
      icon="activity"
      action={can('activities.edit') && <ButtonLink to="/hoat-dong/moi" label="activities.new" icon="plus" />}
    />
  )
}
