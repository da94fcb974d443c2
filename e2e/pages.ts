import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

// What every journey does with a page.

export const PASSWORD = 'hoa sữa tháng mười'

/** A window of its own in which the person has signed in. */
export async function signedIn(browser: Browser, url: string, username: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, viewport: { width: 1366, height: 800 } })).newPage()
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  return page
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
