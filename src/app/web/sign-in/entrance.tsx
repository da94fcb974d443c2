import type { ReactNode } from 'react'
import { useWords } from '#platform/web/words.ts'
import { Brand } from '../brand.tsx'
import { LanguageSwitch } from '../language-switch.tsx'

/** The page around the few screens before sign-in. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <main id="main" className="entrance">
      <div className="entrance-head">
        <Brand />
        <p className="hint">{t('app.tagline')}</p>
      </div>
      <div className="card">{children}</div>
      <div className="entrance-foot">
        <LanguageSwitch />
      </div>
    </main>
  )
}
