import { type ReactNode, useState } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { classNames } from './class-names.ts'
import { Chips } from './chips.tsx'

export interface SplitPaneProps {
  /** Names the switch between the two on narrow screens. */
  label: Words
  main: { readonly label: Words; readonly content: ReactNode }
  aside: { readonly label: Words; readonly content: ReactNode }
  /** Both sides get the same width, as for a page beside its reading. */
  half?: boolean
  /** Which of the two a narrow screen shows, where the screen itself must switch; otherwise the pane keeps it. */
  shown?: PaneSide
  onShow?: (side: PaneSide) => void
}

export type PaneSide = 'main' | 'aside'

/** Two views side by side on a wide screen, one at a time on a narrow one. Both stay mounted: nothing typed is lost. */
export function SplitPane({ label, main, aside, half, shown: given, onShow }: SplitPaneProps) {
  const [own, setOwn] = useState<PaneSide>('main')
  const shown = given ?? own
  return (
    <div>
      <div className="split-tabs">
        <Chips
          legend={label}
          value={shown}
          onChange={onShow ?? setOwn}
          choices={[
            { value: 'main', label: main.label },
            { value: 'aside', label: aside.label },
          ]}
        />
      </div>
      <div className={classNames('split', half && 'split-half')}>
        <div className={classNames(shown !== 'main' && 'split-hidden')}>{main.content}</div>
        <aside className={classNames(shown !== 'aside' && 'split-hidden')}>{aside.content}</aside>
      </div>
    </div>
  )
}
