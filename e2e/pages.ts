import { type Browser, expect, type Page, test } from '@playwright/test'
import { type CallableContract, type InputOf, type OutputOf, requestFor } from '#platform/web/request.ts'
import { expectAccessible } from './accessible.ts'

// What every journey does with a page.

export const PASSWORD = 'hoa sữa tháng mười'

/** A window of its own in which the person has signed in. */
export async function signedIn(browser: Browser, url: string, username: string, password = PASSWORD): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, viewport: { width: 1366, height: 800 } })).newPage()
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  return page
}

/** Runs an operation as the person who has signed in on the page. @throws Error with what the server said */
export async function run<C extends CallableContract>(page: Page, contract: C, input: InputOf<C>): Promise<OutputOf<C>> {
  const { method, url, body } = requestFor(contract.route, input)
  const answer = await page.request.fetch(url, { method, ...(body ? { data: body } : {}) })
  if (!answer.ok()) throw new Error(`${contract.name}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as OutputOf<C>
}

/** The unit for which the person on the page works. */
export async function unitOf(page: Page): Promise<string> {
  const { posts } = (await (await page.request.get('/api/session')).json()) as { posts: { unitId: string }[] }
  return posts[0]!.unitId
}

const WIDTHS = [390, 320, 1366]
/** The phone between them has the layout of the narrow one: there the width alone is measured. */
const WIDTHS_READ_BY_AXE: readonly number[] = [320, 1366]

/**
 * One heading and a title of its own, never wider than the screen of a phone or a PC, no faults at the narrowest and the
 * widest. Goes on after a fault, so that one run tells all of them; leaves the page as wide as a PC. With
 * SONGHANH_PICTURES set the pictures stand in `test-results`.
 */
export async function look(page: Page, name: string): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 }), name).toHaveCount(1)
  await expect.soft(page, name).toHaveTitle(/.+ · Song Hành$/)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    if (WIDTHS_READ_BY_AXE.includes(width)) await expectAccessible(page, `${name} at ${width}`)
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width)
    if (process.env['SONGHANH_PICTURES']) await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true })
  }
}
