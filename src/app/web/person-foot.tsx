import { useSession } from '#core/access/web/session.ts'
import { useWords } from '#platform/web/words.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { useSignOut } from './use-sign-out.ts'

/** Who is signed in and as what; leaving, and the other language. */
export function PersonFoot() {
  const words = useWords()
  const { person, active } = useSession()
  const signOut = useSignOut()
  const roles = active.roles.map((role) => words.find(`access.role_${role}_${active.unitLevel}`) ?? words.find(`access.role_${role}`)).filter((role) => role !== null)
  return (
    <div className="person">
      <b>{addressed(person)}</b>
      {roles.length > 0 && <span>{roles.join(', ')}</span>}
      <div className="person-actions">
        <button type="button" className="text-button" onClick={signOut}>
          {words.t('app.sign_out')}
        </button>
        <LanguageSwitch />
      </div>
    </div>
  )
}

/** `cô` + `Lê Thị Mai` → `Cô Lê Thị Mai`. */
function addressed({ address, name }: { address: string; name: string }): string {
  return address ? `${address.charAt(0).toUpperCase()}${address.slice(1)} ${name}` : name
}
