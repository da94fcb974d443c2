import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { chooseKeepers, type CaseKeyView } from '../key-contract.ts'
import { CommandFault } from './open-key.tsx'

const PLACES = [0, 1, 2] as const

/** Three people of whom two together bring the key back. */
export function Keepers({ view: { keepers, candidates } }: { view: CaseKeyView }) {
  const { active } = useSession()
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>(PLACES.map((at) => keepers[at]?.accountId ?? ''))
  const choose = useCommand(chooseKeepers, { invalidate: ['cases'], onDone: () => showToast('cases.keepers_saved') })
  const save = () => choose.mutate({ unitId: active.unitId, accountIds: [...chosen] })
  const isComplete = chosen.every(Boolean) && new Set(chosen).size === 3
  return (
    <section className="card stack">
      <h2>{t('cases.keepers_title')}</h2>
      <p>{t('cases.keepers_text')}</p>
      {keepers.length === 0 ? <p className="hint">{t('cases.keepers_none')}</p> : <p>{t('cases.keepers_now')}: {keepers.map(({ name, unitName }) => (unitName ? `${name} (${unitName})` : name)).join('; ')}</p>}
      {candidates.length < 3 ? (
        <p className="hint">{t(['cases.keepers_few', { n: candidates.length }])}</p>
      ) : (
        <>
          {PLACES.map((at) => (
            <Select
              key={at}
              label={['cases.keepers_pick', { n: at + 1 }]}
              empty="cases.choose"
              value={chosen[at] ?? ''}
              onChange={(accountId) => setChosen(chosen.map((one, place) => (place === at ? accountId : one)))}
              choices={candidates.filter(({ accountId }) => accountId === chosen[at] || !chosen.includes(accountId)).map(({ accountId: value, name, unitName }) => ({ value, text: `${name}, ${unitName}` }))}
            />
          ))}
          <CommandFault error={choose.error} onOpened={save} />
          <div>
            <Button kind="secondary" label="cases.keepers_save" busy={choose.isPending} disabled={!isComplete} onClick={save} />
          </div>
        </>
      )}
    </section>
  )
}
