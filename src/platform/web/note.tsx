import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tag.tsx'

const ICON_OF = { ok: 'check', info: 'info', warn: 'warning', bad: 'warning', returned: 'undo', mute: 'info' } as const satisfies Record<Tone, IconName>

/** A remark inside a page. Pass `alert` where it appears as the answer to what the person just did. */
export function Note({ tone = 'info', alert, children }: { tone?: Tone; alert?: boolean; children: ReactNode }) {
  return (
    <div className={`note ${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={ICON_OF[tone]} />
      <div>{children}</div>
    </div>
  )
}
