import { type Browser, expect, type Page, test } from '@playwright/test'
import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { saveActivity } from '#modules/activities/contract.ts'
import { makeKey } from '#modules/cases/key-contract.ts'
import { createConsolidation } from '#modules/reports/consolidation-contract.ts'
import { listReports, startReport } from '#modules/reports/contract.ts'
import { createRound, openRound } from '#modules/reports/round-contract.ts'
import type { Screen } from '#platform/web/screen.ts'
import { aHalfYearRound, anActivity } from './examples.ts'
import { look, run, signedIn, unitOf } from './pages.ts'
import { type Program, startProgram } from './program.ts'
import { listedScreens } from './registry.ts'
import { answerRound } from './rounds.ts'
import { YEAR } from './superior-plans.ts'

// Every screen of the product, as the modules list them, on the demo: on a PC and on phones. It takes longest, and is begun among the first.

/** Who opens a screen: of these people of the demo, the first who may. */
const PEOPLE = ['truongban.mnthachmo', 'vanthu.mnthachmo', 'chuyenvien.sosongmo', 'quantri.sosongmo', 'chuyenvien.bo', 'quantri.bo']

/** Only who was given a case sees one. */
const HANDLER = 'vuviec.thptsongmo'

/**
 * A screen with a parameter is opened with that of the first link on the list above it (`/ke-hoach` for
 * `/ke-hoach/$planId`). Say here where else such a link stands, or who sees more of a screen than the first who may.
 */
const EXCEPTIONS: Readonly<Record<string, { readonly as?: string; readonly linkOn?: string }>> = {
  '/ke-hoach/$planId/duyet': { as: 'hieutruong.ththachmo' },
  '/dot-bao-cao/$roundId/xem/$reportId': { linkOn: '/dot-bao-cao/$roundId' },
  '/dot-bao-cao/$roundId/tong-hop': { as: 'chuyenvien.sosongmo' },
  '/dot-bao-cao/$roundId/tong-hop/$consolidationId': { as: 'chuyenvien.sosongmo' },
  '/phan-cong/$assignmentId': { as: 'chuyenvien.sosongmo' },
  '/tai-khoan/$accountId': { as: 'quantri.sosongmo' },
  '/viec-rieng': { as: HANDLER },
  '/viec-rieng/khoa': { as: HANDLER },
  '/viec-rieng/mo-khan': { as: HANDLER },
  '/viec-rieng/$caseId': { as: HANDLER },
}

/** An identity or a code, not the last word of another screen's address. */
const A_PARAMETER = /^([0-9a-f-]{36}|[A-Z][A-Z0-9.]*)$/

const screens = await listedScreens()

let program: Program
let people: Map<string, { readonly page: Page; readonly may: readonly string[] }>
/** What `seed` has made, by the path of its screen: the screens that lead on from it are opened with it. */
const made = new Map<string, string>()
/** The addresses that have been found, by path. */
const addresses = new Map<string, string>()

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  program = await startProgram('demo')
  people = new Map()
  await seed(browser)
})
test.afterAll(() => program?.stop())

/** The person in a window of their own, the same one each time. */
async function person(browser: Browser, username: string) {
  const known = people.get(username)
  if (known) return known
  const page = await signedIn(browser, program.url, username, DEMO_PASSWORD)
  const session = (await (await page.request.get('/api/session')).json()) as { posts: { permissions: string[] }[] }
  const opened = { page, may: session.posts[0]?.permissions ?? [] }
  people.set(username, opened)
  return opened
}

async function whoOpens(browser: Browser, { path, permission }: Screen): Promise<Page> {
  const named = EXCEPTIONS[path]?.as
  for (const username of named ? [named] : PEOPLE) {
    const { page, may } = await person(browser, username)
    if (permission === undefined || may.includes(permission)) return page
  }
  throw new Error(`${path}: nobody of the demo in PEOPLE or EXCEPTIONS may open it (${permission})`)
}

/** Goes to the address and waits until what stands there has been read. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
}

/** The address of a screen, its parameters those of things that are there: each from the list above it. */
async function addressOf(page: Page, path: string): Promise<string> {
  const known = made.get(path) ?? addresses.get(path) ?? (await findAddress(page, path))
  addresses.set(path, known)
  return known
}

async function findAddress(page: Page, path: string): Promise<string> {
  const place = path.lastIndexOf('/$')
  if (place === -1) return path
  const rest = path.slice(place + 1).split('/').slice(1).join('/')
  const given = rest === '' ? undefined : made.get(path.slice(0, -rest.length - 1))
  if (given) return `${given}/${rest}`
  const above = await addressOf(page, path.slice(0, place))
  const list = EXCEPTIONS[path]?.linkOn ? await addressOf(page, EXCEPTIONS[path].linkOn) : above
  await open(page, list)
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const following = links.filter((href) => href.startsWith(`${above}/`)).map((href) => href.slice(above.length + 1).split(/[/?]/))
  const found = following.filter(([id]) => id !== undefined && A_PARAMETER.test(id))
  const ending = (end: string) => found.find((parts) => parts.slice(1).join('/') === end)
  const id = (ending(rest) ?? ending('') ?? found[0])?.[0]
  if (id === undefined) throw new Error(`${path}: no link to one on ${list}; say in EXCEPTIONS where there is one`)
  return [above, id, ...(rest === '' ? [] : [rest])].join('/')
}

/** What the demo lacks: a unit has work from its plan, has recorded an activity and has begun the report that its Department asks for. */
async function seed(browser: Browser): Promise<void> {
  const { page: writer } = await person(browser, PEOPLE[0]!)
  const { page: officer } = await person(browser, 'chuyenvien.sosongmo')
  const unitId = await unitOf(writer)
  await run(writer, saveActivity, anActivity(unitId, crypto.randomUUID()))
  const { roundId } = await run(officer, createRound, { unitId: await unitOf(officer), ...aHalfYearRound(YEAR) })
  await run(officer, openRound, { roundId })
  const report = (await run(writer, listReports, { unitId })).find(({ round }) => round.id === roundId)!
  await run(writer, startReport, { reportId: report.id })
  const { page: other } = await person(browser, 'truongban.ththachmo')
  const { page: head } = await person(browser, 'hieutruong.ththachmo')
  const said = 'Nhà trường duy trì sinh hoạt chuyên đề hằng tháng.'
  await answerRound({ writer: other, head }, roundId, { highlights: said, difficulties: said, next: said, proposals: said })
  made.set('/dot-bao-cao/$roundId', `/dot-bao-cao/${roundId}`)
  await run(officer, createConsolidation, { roundId, title: 'Tổng hợp báo cáo của các trường', cutOff: `${YEAR}-12-31`, withSubmitted: true })
  await run(officer, createRound, { unitId: await unitOf(officer), ...aHalfYearRound(YEAR), title: 'Đợt còn soạn' })
  await tellInConfidence(browser)
}

/** Somebody in need writes to the school, on the page without sign-in; the handler has a key, which is open. */
async function tellInConfidence(browser: Browser): Promise<void> {
  const { page } = await person(browser, HANDLER)
  const unitId = await unitOf(page)
  const address = `/giup-do/${unitId}`
  await run(page, makeKey, { unitId, passphrase: 'bốn con mèo ngủ trên mái' })
  const form = /name="form" value="([^"]+)"/.exec(await (await page.request.get(address)).text())![1]!
  const sent = await page.request.post(address, { multipart: { form, happening: 'violence', reporter: 'witness', danger: 'no', story: 'Em thấy bạn bị dọa ở sân sau.', place: 'Sân sau' } })
  expect(sent.ok()).toBe(true)
}

test('every screen has one heading and a title, no fault of accessibility, and fits a PC and two phones', async ({ browser }) => {
  test.setTimeout(600_000)
  for (const screen of screens) {
    await test.step(screen.path, async () => {
      const page = await whoOpens(browser, screen)
      const address = await addressOf(page, screen.path).catch((error: unknown) => String(error))
      expect.soft(address, screen.path).toMatch(/^\//)
      if (!address.startsWith('/')) return
      await open(page, address)
      await expect.soft(page.getByText('Tài khoản này chưa mở được trang này'), screen.path).toHaveCount(0)
      await expect.soft(page.getByRole('heading', { name: 'Chưa tải được' }), screen.path).toHaveCount(0)
      await look(page, screen.path.slice(1).replaceAll(/[/$]+/g, '-') || 'home')
    })
  }
})

test('so have the screens outside the frame, and what is not there', async ({ browser, page }) => {
  await open(page, `${program.url}/dang-nhap`)
  await look(page, 'sign-in')
  await open(page, `${program.url}/mat-khau/sai`)
  await look(page, 'set-password')
  const { page: writer } = await person(browser, PEOPLE[0]!)
  await open(writer, '/khong-co')
  await look(writer, 'no-such-page')
  await open(writer, '/ke-hoach/00000000-0000-7000-8000-000000000000')
  await look(writer, 'no-such-plan')
})
