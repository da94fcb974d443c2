import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { createAccount, listRolesToGive } from '../contract.ts'
import type { Role } from '../model/roles.ts'
import { USERNAME, usernameFor } from '../model/username.ts'
import { LinkHandOver } from './link-hand-over.tsx'
import { useCan, useCanBelow, useSession } from './session.ts'
import { type ChosenUnit, UnitChoice } from './unit-choice.tsx'

const ADDRESSES = ['thầy/cô', 'cô', 'thầy', 'anh', 'chị'] as const

interface Draft {
  readonly fullName: string
  readonly address: string
  readonly jobTitle: string
  /** Null while it follows the name. */
  readonly username: string | null
  readonly roles: readonly Role[]
}

const EMPTY: Draft = { fullName: '', address: 'thầy/cô', jobTitle: '', username: null, roles: [] }

/** Opens an account and shows the link for the first password. */
export default function NewAccountPage() {
  const { t } = useWords()
  const { active } = useSession()
  const [can, canBelow] = [useCan(), useCanBelow()]
  const [unit, setUnit] = useState<ChosenUnit | null>(can('access.manageAccounts') ? { id: active.unitId, name: active.unitName } : null)
  const [draft, setDraft] = useState(EMPTY)
  const [isChecked, setChecked] = useState(false)
  const command = useCommand(createAccount, { invalidate: ['access', 'people'] })
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })

  const username = draft.username ?? usernameFor(draft.fullName)
  const problems = {
    unit: unit ? null : ('access.unit_missing' as const),
    name: draft.fullName.trim() ? null : ('access.name_missing' as const),
    username: USERNAME.test(username.trim().toLowerCase()) ? null : ('access.username_wrong' as const),
    roles: draft.roles.length > 0 ? null : ('access.roles_missing' as const),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!unit || Object.values(problems).some(Boolean) || command.isPending) return
    const person = { fullName: draft.fullName, address: draft.address, jobTitle: draft.jobTitle.trim() || null }
    command.mutate({ unitId: unit.id, person, username, roles: draft.roles.map((role) => ({ role })) })
  }
  const shown = <P,>(problem: P) => (isChecked ? problem : null)

  const trail = [{ to: '/tai-khoan', text: t('access.accounts_title') }]
  if (command.data) {
    const { account, link } = command.data
    const again = () => {
      setDraft(EMPTY)
      setChecked(false)
      command.reset()
    }
    return (
      <>
        <PageHead title={['access.created_title', { name: account.fullName }]} trail={trail} />
        <div className="card stack">
          <LinkHandOver link={link} name={account.fullName} />
          <div className="row">
            <ButtonLink to={`/tai-khoan/${account.id}`} label="access.show_account" kind="secondary" />
            <Button label="access.another" kind="secondary" onClick={again} />
          </div>
        </div>
      </>
    )
  }
  return (
    <>
      <PageHead title="access.new_title" trail={trail} />
      <form className="card stack" onSubmit={submit} noValidate>
        <ErrorNote error={command.error} />
        {canBelow('access.manageAccounts') && <UnitChoice value={unit} onChange={setUnit} error={shown(problems.unit)} />}
        <TextInput label="access.full_name" value={draft.fullName} onChange={(fullName) => change({ fullName })} error={shown(problems.name)} autoComplete="off" maxLength={120} />
        <Select label="access.address" hint="access.address_hint" value={draft.address} onChange={(address) => change({ address })} choices={ADDRESSES.map((value) => ({ value, text: value }))} />
        <TextInput label="access.job_title" optional value={draft.jobTitle} onChange={(jobTitle) => change({ jobTitle })} maxLength={120} />
        <TextInput
          label="access.username"
          hint="access.username_hint"
          value={username}
          onChange={(typed) => change({ username: typed })}
          error={shown(problems.username)}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
        />
        {unit && <RoleChoice unitId={unit.id} value={draft.roles} onChange={(roles) => change({ roles })} isMissing={isChecked && problems.roles !== null} />}
        <div className="row">
          <Button type="submit" label="access.create" busy={command.isPending} />
        </div>
      </form>
    </>
  )
}

function RoleChoice({ unitId, value, onChange, isMissing }: { unitId: string; value: readonly Role[]; onChange: (roles: Role[]) => void; isMissing: boolean }) {
  const { t } = useWords()
  const read = useOperation(listRolesToGive, { unitId })
  const toggle = (role: Role, isOn: boolean) => onChange(isOn ? [...value, role] : value.filter((other) => other !== role))
  return (
    <fieldset className="stack stack-tight">
      <legend className="legend">{t('access.roles')}</legend>
      {isMissing ? <Note tone="bad">{t('access.roles_missing')}</Note> : <span className="hint">{t('access.roles_hint')}</span>}
      <ErrorNote error={read.error} />
      {(read.data ?? []).map((role) => (
        <Checkbox key={role} label={`access.role_${role}`} checked={value.includes(role)} onChange={(isOn) => toggle(role, isOn)} />
      ))}
    </fieldset>
  )
}
