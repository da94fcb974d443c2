import { useDeferredValue } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { type Column, Table } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { type AccountView, listAccounts } from '../contract.ts'
import { AccountState } from './account-words.tsx'
import { useCan, useCanBelow, useSession } from './session.ts'

/** Who has an account in the unit, and in the units below for those who look after them. */
export default function AccountsPage() {
  const { active } = useSession()
  const [can, canBelow] = [useCan(), useCanBelow()]
  const [list, setList] = useListState({ q: '', below: '', after: '' })
  const search = useDeferredValue(list.q.trim())
  const read = useOperation(
    listAccounts,
    { unitId: active.unitId, ...(search ? { search } : {}), below: list.below !== '', ...(list.after ? { after: list.after } : {}) },
    { keepPrevious: true },
  )
  const open = (can('access.manageAccounts') || canBelow('access.manageAccounts')) && <ButtonLink to="/tai-khoan/moi" label="access.accounts_new" icon="plus" />
  return (
    <>
      <PageHead title="access.accounts_title" actions={open} />
      <div className="stack">
        <search className="row">
          <TextInput type="search" label="access.accounts_search" hint="access.accounts_search_hint" value={list.q} onChange={(q) => setList({ q, after: '' })} />
          {canBelow('access.readAccounts') && <Checkbox label="access.accounts_below" checked={list.below !== ''} onChange={(below) => setList({ below: below ? 'co' : '', after: '' })} />}
        </search>
        <OperationView read={read}>
          {({ accounts, hasMore }) => (
            <div className="stack">
              {accounts.length === 0 ? (
                <EmptyState title="access.accounts_none_title" text="access.accounts_none_text" icon="people" />
              ) : (
                <AccountTable accounts={accounts} unitName={active.unitName} withUnit={list.below !== ''} />
              )}
              <div className="row">
                {list.after !== '' && <Button kind="secondary" label="access.accounts_first" onClick={() => setList({ after: '' })} />}
                {hasMore && <Button kind="secondary" label="access.accounts_next" onClick={() => setList({ after: accounts.at(-1)?.id ?? '' })} />}
              </div>
            </div>
          )}
        </OperationView>
      </div>
    </>
  )
}

function AccountTable({ accounts, unitName, withUnit }: { accounts: readonly AccountView[]; unitName: string; withUnit: boolean }) {
  const { t } = useWords()
  const rolesOf = (account: AccountView) => [...new Set(account.roles.map(({ role }) => t(`access.role_${role}`)))].join(', ') || t('access.no_roles')
  const unit: Column<AccountView> = { key: 'unit', header: 'access.col_unit', cell: (account) => account.unitName }
  const columns: readonly Column<AccountView>[] = [
    { key: 'name', header: 'access.col_name', isName: true, cell: (account) => <TextLink to={`/tai-khoan/${account.id}`}>{account.fullName}</TextLink> },
    { key: 'username', header: 'access.col_username', cell: (account) => account.username },
    ...(withUnit ? [unit] : []),
    { key: 'roles', header: 'access.col_roles', cell: rolesOf },
    { key: 'state', header: 'access.col_state', cell: (account) => <AccountState state={account.state} /> },
  ]
  return <Table caption={['access.accounts_caption', { unit: unitName }]} hideCaption columns={columns} rows={accounts} keyOf={(account) => account.id} cards />
}
