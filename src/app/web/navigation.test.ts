import { expect, test } from 'vitest'
import type { Screen } from '#platform/web/screen.ts'
import { bellLink, currentLink, navEntriesOf, navLinks as linksFor, phoneLinks, safeReturnPath } from './navigation.ts'

function aScreen(path: `/${string}`, nav: Partial<Screen['nav']> = {}, permission?: string): Screen {
  return {
    path,
    titleKey: 'app.name',
    load: () => Promise.reject(new Error('not loaded here')),
    nav: { labelKey: 'app.name', icon: 'home', order: 1, ...nav },
    ...(permission ? { permission } : {}),
  }
}

const navLinks = (screens: readonly Screen[], permissions: readonly string[]) => linksFor(navEntriesOf(screens), permissions)
const paths = (links: readonly { to: string }[]) => links.map((link) => link.to)

test('a person sees the entries that their permissions open, in order', () => {
  const screens = [aScreen('/c', { order: 3 }), aScreen('/a', { order: 1 }), aScreen('/b', { order: 2 }, 'cases.read'), aScreen('/d', { order: 4, permission: 'plans.read' })]
  expect(paths(navLinks(screens, ['plans.read']))).toEqual(['/a', '/c', '/d'])
  expect(paths(navLinks(screens, ['plans.read', 'cases.read']))).toEqual(['/a', '/b', '/c', '/d'])
})

test('the bar of the phone keeps fixed places and fills the gaps in order', () => {
  const links = navLinks([aScreen('/a'), aScreen('/b', { order: 2 }), aScreen('/c', { order: 3 }), aScreen('/ghi', { order: 9, phonePlace: 3 }), aScreen('/e', { order: 5 })], [])
  expect(paths(phoneLinks(links))).toEqual(['/a', '/b', '/ghi', '/c'])
})

test('the bar of a school is: to do, calendar, record, reports; the bell stands in the top bar', async () => {
  const lists = await Promise.all([
    import('#core/todos/web/screens.ts'), import('#modules/plans/web/screens.ts'), import('#modules/activities/web/screens.ts'),
    import('#modules/calendar/web/screens.ts'), import('#modules/reports/web/screens.ts'), import('#modules/notifications/web/screens.ts'),
  ])
  const entries = lists.flatMap(({ screens }) => navEntriesOf(screens))
  const links = linksFor(entries, entries.flatMap(({ permission }) => permission ?? []))
  expect(paths(phoneLinks(links))).toEqual(['/', '/lich', '/hoat-dong/ghi', '/bao-cao'])
  expect(bellLink(links)?.to).toBe('/thong-bao')
})

test('few entries make a short bar', () => {
  expect(paths(phoneLinks(navLinks([aScreen('/a'), aScreen('/thu-vien', { isSecondary: true })], [])))).toEqual(['/a'])
})

test('the nearest entry above a screen is the one that is on', () => {
  const links = navLinks([aScreen('/'), aScreen('/van-ban'), aScreen('/van-ban/den')], [])
  expect(currentLink(links, '/van-ban/den/7')?.to).toBe('/van-ban/den')
  expect(currentLink(links, '/van-ban-khac')).toBeUndefined()
  expect(currentLink(links, '/')?.to).toBe('/')
})

test('after signing in only our own paths are returned to', () => {
  expect(safeReturnPath('/ke-hoach/7?q=1')).toBe('/ke-hoach/7?q=1')
  for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/dang-nhap?den=/', 7, undefined]) expect(safeReturnPath(foreign)).toBe('/')
})
