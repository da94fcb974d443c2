import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { type Column, Table } from '#platform/web/table.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { type AccountView, grantRole, revokeRole, type RoleHeld } from '../contract.ts'
import type { Role } from '../model/roles.ts'

const STALE = ['access', 'people']

/** The roles of an account, with what the caller may take away and give. */
export function AccountRoles({ account, rolesToGive }: { account: AccountView; rolesToGive: readonly Role[] }) {
  const { t } = useWords()
  const format = useFormat()
  const [taking, setTaking] = useState<RoleHeld | null>(null)
  const [isGiving, setGiving] = useState(false)
  const days = ({ from, until }: RoleHeld) =>
    until ? t('access.from_to', { from: format.day(from), until: format.day(until) }) : t('access.since', { from: format.day(from) })
  const mayTake = (held: RoleHeld) => held.unitId === account.unitId && rolesToGive.includes(held.role)
  const columns: readonly Column<RoleHeld>[] = [
    { key: 'role', header: 'access.col_role', isName: true, cell: (held) => t(`access.role_${held.role}`) },
    { key: 'unit', header: 'access.col_unit', cell: (held) => held.unitName },
    { key: 'days', header: 'access.col_days', cell: days },
    { key: 'action', header: 'access.col_action', cell: (held) => (mayTake(held) ? <Button small kind="ghost-danger" label="access.revoke" onClick={() => setTaking(held)} /> : '–') },
  ]
  return (
    <section className="card stack">
      <h2>{t('access.roles_title')}</h2>
      {account.roles.length === 0 ? (
        <p>{t('access.no_roles')}</p>
      ) : (
        <Table caption={['access.roles_caption', { name: account.fullName }]} hideCaption columns={columns} rows={account.roles} keyOf={(held) => held.id} cards />
      )}
      {rolesToGive.length > 0 && (
        <div className="row">
          <Button kind="secondary" icon="plus" label="access.grant" onClick={() => setGiving(true)} />
        </div>
      )}
      {taking && <RevokeDialog held={taking} name={account.fullName} onClose={() => setTaking(null)} />}
      {isGiving && <GrantDialog account={account} rolesToGive={rolesToGive} onClose={() => setGiving(false)} />}
    </section>
  )
}

function RevokeDialog({ held, name, onClose }: { held: RoleHeld; name: string; onClose: () => void }) {
  const { t } = useWords()
  const done = () => {
    onClose()
    showToast('access.revoked_done')
  }
  const revoke = useCommand(revokeRole, { invalidate: STALE, onDone: done })
  const actions = (
    <>
      <Button kind="danger" label="access.revoke" busy={revoke.isPending} onClick={() => revoke.mutate({ roleId: held.id })} />
      <Button kind="secondary" label="kit.cancel" onClick={onClose} />
    </>
  )
  return (
    <Dialog open onClose={onClose} title={['access.revoke_title', { role: t(`access.role_${held.role}`) }]} actions={actions}>
      <p>{t('access.revoke_text', { name })}</p>
      <ErrorNote error={revoke.error} />
    </Dialog>
  )
}

function GrantDialog({ account, rolesToGive, onClose }: { account: AccountView; rolesToGive: readonly Role[]; onClose: () => void }) {
  const [role, setRole] = useState<Role | ''>('')
  const [from, setFrom] = useState<string | null>(today())
  const [until, setUntil] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const done = () => {
    onClose()
    showToast('access.granted_done')
  }
  const grant = useCommand(grantRole, { invalidate: STALE, onDone: done })
  const send = () => {
    setChecked(true)
    if (role) grant.mutate({ accountId: account.id, unitId: account.unitId, role, until, ...(from ? { from } : {}) })
  }
  return (
    <Dialog open onClose={onClose} title="access.grant" actions={<Button label="access.grant_do" busy={grant.isPending} onClick={send} />}>
      <div className="stack">
        <Select
          label="access.grant_role"
          value={role}
          onChange={setRole}
          empty="access.choose_role"
          choices={rolesToGive.map((value) => ({ value, label: `access.role_${value}` as const }))}
          error={isChecked && !role ? 'access.role_missing' : null}
        />
        <DateInput label="access.grant_from" value={from} onChange={setFrom} />
        <DateInput label="access.grant_until" optional value={until} onChange={setUntil} {...(from ? { min: from } : {})} />
        <ErrorNote error={grant.error} />
      </div>
    </Dialog>
  )
}
