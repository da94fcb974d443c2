import type { ReactNode } from 'react'
import type { MessageKey } from '#platform/i18n/messages.ts'
import type { IconName } from './icon.tsx'

/**
 * A screen of a module, listed in its `web/screens.ts`:
 *
 *     export const screens: Screen[] = [
 *       { path: '/ke-hoach/$planId', titleKey: 'plans.title', load: () => import('./plan-page.tsx') },
 *     ]
 *
 * The module's words are loaded together with the screen. The first load takes `nav` and the first words of the paths out
 * of it while the app is built, so keep it to data. Module and first word belong together: `/ke-hoach…` is of one module.
 */
export interface Screen {
  /** In Vietnamese without marks; parameters as `$planId`, read with `useParam('planId')`. */
  readonly path: `/${string}`
  readonly titleKey: MessageKey
  /** The page is the default export. */
  readonly load: () => Promise<{ readonly default: () => ReactNode }>
  /** Who may open it; without it everybody who is signed in. */
  readonly permission?: string
  readonly nav?: NavEntry
  /** Shows what other modules say in their own words: the words of all modules are loaded with it. */
  readonly speaksForAll?: boolean
}

export interface NavEntry {
  /** `<module>.nav`, or `<module>.nav_…`: only these words are there before the screen is loaded. */
  readonly labelKey: MessageKey
  /** Shorter, for the bar of the phone. */
  readonly shortKey?: MessageKey
  readonly icon: IconName
  readonly order: number
  readonly permission?: string
  /** Below the line: library, administration. */
  readonly isSecondary?: boolean
  /** Place in the bar of the phone, 1 to 4; the third is the big one. Without it the first entries go there. */
  readonly phonePlace?: 1 | 2 | 3 | 4
  /** Stands with its count in the top bar of the phone. */
  readonly isPhoneBell?: boolean
}
