import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { getAccount, lockAccount, resetPassword, unlockAccount } from '../contract.ts'
import { resetFactors } from '../factor-contract.ts'
import { AccountRoles } from './account-roles.tsx'
import { AccountState } from './account-words.tsx'
import { LinkHandOver } from './link-hand-over.tsx'
import { useSession } from './session.ts'

type Account = (typeof getAccount)['output']['_zod']['output']

const STALE = ['access', 'people']

/** One account: its state, its roles, and what may be done with it. */
export default function AccountPage() {
  const read = useOperation(getAccount, { accountId: useParam('accountId') })
  return <OperationView read={read}>{(account) => <AccountParts account={account} />}</OperationView>
}

function AccountParts({ account }: { account: Account }) {
  const { t } = useWords()
  const { username } = useSession()
  return (
    <>
      <PageHead title={{ text: account.fullName }} trail={[{ to: '/tai-khoan', text: t('access.accounts_title') }]} />
      <div className="stack">
        <div className="row row-center">
          <span>{t('access.account_of', { username: account.username, unit: account.unitName })}</span>
          <AccountState state={account.state} />
        </div>
        {account.isManageable ? <AccountActions account={account} /> : <Note>{t(account.username === username ? 'errors.access.own_account' : 'access.not_manageable')}</Note>}
        <AccountRoles account={account} rolesToGive={account.rolesToGive} />
      </div>
    </>
  )
}

function AccountActions({ account }: { account: Account }) {
  const [asked, setAsked] = useState<'lock' | 'reset' | 'factors' | null>(null)
  const unlock = useCommand(unlockAccount, { invalidate: STALE, onDone: () => showToast('access.unlocked_done') })
  return (
    <>
      <ErrorNote error={unlock.error} />
      <div className="row">
        {account.state === 'locked' ? (
          <Button label="access.unlock" busy={unlock.isPending} onClick={() => unlock.mutate({ accountId: account.id })} />
        ) : (
          <>
            <Button label="access.reset" icon="link" kind="secondary" onClick={() => setAsked('reset')} />
            <Button label="access.factors_reset" kind="secondary" onClick={() => setAsked('factors')} />
            <Button label="access.lock" icon="lock" kind="ghost-danger" onClick={() => setAsked('lock')} />
          </>
        )}
      </div>
      <LockDialog account={account} open={asked === 'lock'} onClose={() => setAsked(null)} />
      {asked === 'factors' && <FactorsDialog account={account} onClose={() => setAsked(null)} />}
      {asked === 'reset' && <ResetDialog account={account} onClose={() => setAsked(null)} />}
    </>
  )
}

function LockDialog({ account, open, onClose }: { account: Account; open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const done = () => {
    onClose()
    showToast('access.locked_done')
  }
  const lock = useCommand(lockAccount, { invalidate: STALE, onDone: done })
  const actions = (
    <>
      <Button kind="danger" label="access.lock" busy={lock.isPending} onClick={() => lock.mutate({ accountId: account.id })} />
      <Button kind="secondary" label="kit.cancel" onClick={onClose} />
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title="access.lock" actions={actions}>
      <p>{t('access.lock_text', { name: account.fullName })}</p>
      <ErrorNote error={lock.error} />
    </Dialog>
  )
}

function ResetDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useWords()
  const reset = useCommand(resetPassword, { invalidate: STALE })
  const make = <Button label="access.reset" busy={reset.isPending} onClick={() => reset.mutate({ accountId: account.id })} />
  return (
    <Dialog open onClose={onClose} title="access.reset" actions={reset.data ? <Button kind="secondary" label="kit.close" onClick={onClose} /> : make}>
      {reset.data ? <LinkHandOver link={reset.data.link} name={account.fullName} /> : <p>{t('access.reset_text')}</p>}
      <ErrorNote error={reset.error} />
    </Dialog>
  )
}

function FactorsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useWords()
  const done = () => {
    onClose()
    showToast('access.factors_reset_done')
  }
  const reset = useCommand(resetFactors, { invalidate: STALE, onDone: done })
  const actions = (
    <>
      <Button kind="danger" label="access.factors_reset" busy={reset.isPending} onClick={() => reset.mutate({ accountId: account.id })} />
      <Button kind="secondary" label="kit.cancel" onClick={onClose} />
    </>
  )
  return (
    <Dialog open onClose={onClose} title="access.factors_reset" actions={actions}>
      <p>{t('access.factors_reset_text', { name: account.fullName })}</p>
      <ErrorNote error={reset.error} />
    </Dialog>
  )
}
