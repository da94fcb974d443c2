import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { hrefOf } from '#platform/web/api.ts'
import { today } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useGo, useListState } from '#platform/web/location.ts'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { exportRegister, listDocuments } from '../contract.ts'
import { DIRECTIONS, STATES, type Direction } from '../model/lifecycle.ts'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterTable } from './register-table.tsx'
import { useLandscape } from './use-landscape.ts'

/** The state of the list, in the address: what officers send to each other. */
export const REGISTER_LIST = { so: 'incoming', q: '', nam: '', tinhtrang: '', loai: '', sau: '' }

export default function RegisterPage() {
  useLandscape()
  const [list, setList] = useListState(REGISTER_LIST)
  const direction = DIRECTIONS.find((one) => one === list.so) ?? 'incoming'
  return (
    <>
      <PageHead title="documents.title" actions={<RegisterActions direction={direction} year={list.nam || today().slice(0, 4)} />} />
      <Tabs
        label="documents.register_label"
        tabs={DIRECTIONS.map((value) => ({ value, label: `documents.tab_${value}` as const }))}
        value={direction}
        onChange={(so) => setList({ ...REGISTER_LIST, so })}
      >
        <RegisterFilters list={list} direction={direction} onChange={setList} />
        <RegisterList direction={direction} />
      </Tabs>
    </>
  )
}

function RegisterActions({ direction, year }: { direction: Direction; year: string }) {
  const can = useCan()
  const go = useGo()
  const { active } = useSession()
  const sheet = hrefOf({ ...exportRegister, route: `${exportRegister.route}.xlsx` }, { unitId: active.unitId, direction, year })
  return (
    <>
      {can('documents.edit') && direction === 'incoming' && <ButtonLink to="/van-ban/nhap" label="documents.upload" icon="upload" />}
      {can('documents.edit') && direction !== 'incoming' && (
        <ButtonLink to="/van-ban/soan" search={{ so: direction }} label={`documents.new_${direction}`} icon="plus" />
      )}
      <div className="wide-only">
        <ButtonLink to="/van-ban/vien-dan" kind="secondary" label="documents.citations" icon="search" />
        <ButtonLink to="/van-ban/so" kind="secondary" label="documents.series" icon="settings" />
        <ButtonLink to="/van-ban/chung-thu-goc" kind="secondary" label="documents.roots.title" icon="settings" />
        <DownloadLink href={sheet} label="documents.export" />
        <Button kind="secondary" icon="print" label="documents.print" onClick={() => window.print()} />
      </div>
      <div className="narrow-only">
        <Menu label="kit.more_actions">
          <MenuItem label="documents.citations" icon="search" onSelect={() => go('/van-ban/vien-dan')} />
          <MenuItem label="documents.series" icon="settings" onSelect={() => go('/van-ban/so')} />
          <MenuItem label="documents.roots.title" icon="settings" onSelect={() => go('/van-ban/chung-thu-goc')} />
          <MenuItem label="documents.export" icon="download" onSelect={() => window.location.assign(sheet)} />
        </Menu>
      </div>
    </>
  )
}

function RegisterList({ direction }: { direction: Direction }) {
  const [list, setList] = useListState(REGISTER_LIST)
  const { active } = useSession()
  const state = STATES.find((one) => one === list.tinhtrang)
  const read = useOperation(
    listDocuments,
    {
      unitId: active.unitId,
      direction,
      ...(state ? { state } : {}),
      ...(list.q ? { q: list.q } : {}),
      ...(list.nam ? { year: list.nam } : {}),
      ...(list.loai ? { docType: list.loai } : {}),
      ...(list.sau ? { after: list.sau } : {}),
    },
    { keepPrevious: true },
  )
  const isFiltered = list.q !== '' || list.nam !== '' || list.tinhtrang !== '' || list.loai !== '' || list.sau !== ''
  return (
    <OperationView read={read} rows={6}>
      {({ documents, next }) => (
        <>
          {documents.length === 0 ? (
            <NoDocuments direction={direction} isFiltered={isFiltered} onClear={() => setList({ ...REGISTER_LIST, so: direction })} />
          ) : (
            <RegisterTable direction={direction} documents={documents} />
          )}
          <Pages isFirst={list.sau === ''} next={next} onGo={(sau) => setList({ sau })} />
        </>
      )}
    </OperationView>
  )
}

function NoDocuments({ direction, isFiltered, onClear }: { direction: Direction; isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return <EmptyState title={`documents.empty_${direction}`} text={`documents.empty_${direction}_text`} icon="inbox" />
  return (
    <EmptyState
      title="documents.nothing_found"
      text="documents.nothing_found_text"
      icon="search"
      action={<Button kind="secondary" label="documents.clear_filters" onClick={onClear} />}
    />
  )
}

function Pages({ isFirst, next, onGo }: { isFirst: boolean; next: string | null; onGo: (after: string) => void }) {
  if (isFirst && next === null) return null
  return (
    <div className="pager">
      <Button kind="secondary" small icon="left" label="documents.first_page" disabled={isFirst} onClick={() => onGo('')} />
      <Button kind="secondary" small icon="right" label="kit.next_page" disabled={next === null} onClick={() => next !== null && onGo(next)} />
    </div>
  )
}
