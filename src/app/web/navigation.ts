import type { NavEntry, Screen } from '#platform/web/screen.ts'

export interface NavLink extends NavEntry {
  readonly to: string
}

/** The entries that screens bring along; who may not open the screen does not see its entry. */
export function navEntriesOf(screens: readonly Screen[]): NavLink[] {
  return screens.flatMap(({ nav, path, permission }) => (nav ? [{ ...(permission === undefined ? {} : { permission }), ...nav, to: path }] : []))
}

/** The entries that a person with these permissions gets, in order. */
export function navLinks(entries: readonly NavLink[], permissions: readonly string[]): NavLink[] {
  return entries.filter(({ permission }) => permission === undefined || permissions.includes(permission)).sort((a, b) => a.order - b.order)
}

const PHONE_PLACES = 4

/** The four entries of the phone's bar: those with a place of their own, the gaps filled in order. The fifth is “more”. */
export function phoneLinks(links: readonly NavLink[]): NavLink[] {
  const placed = new Map<number, NavLink>()
  for (const link of links) if (link.phonePlace && !placed.has(link.phonePlace)) placed.set(link.phonePlace, link)
  const rest = links.filter((link) => !link.isSecondary && ![...placed.values()].includes(link))
  const bar = Array.from({ length: PHONE_PLACES }, (_, index) => placed.get(index + 1) ?? rest.shift())
  return bar.filter((link) => link !== undefined)
}

/** What the phone's top has room for beside the name of the unit. */
export function bellLink(links: readonly NavLink[]): NavLink | undefined {
  return links.find(({ isPhoneBell }) => isPhoneBell)
}

/** Whether a screen at `path` belongs to the entry `to`: `/ke-hoach/7` to `/ke-hoach`. */
export function isWithin(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}

/** The entry that is on at `path`: the nearest one above it. */
export function currentLink(links: readonly NavLink[], path: string): NavLink | undefined {
  return links.filter((link) => isWithin(path, link.to)).reduce<NavLink | undefined>((best, link) => (best && best.to.length >= link.to.length ? best : link), undefined)
}

/** A path of our own to return to after signing in; anything else leads home. */
export function safeReturnPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/dang-nhap') ? path : '/'
}
