import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview, type PreviewServer } from 'vite'
import { words } from '../tools/vite-words.ts'
import { expectAccessible } from './accessible.ts'

// The kit by itself: every component on one built page, on a phone and on a PC.

let server: PreviewServer
let address = ''

test.beforeAll(async () => {
  const root = join(import.meta.dirname, 'kit')
  const outDir = mkdtempSync(join(tmpdir(), 'songhanh-kit-'))
  await build({ configFile: false, root, plugins: [words(join(import.meta.dirname, '../src')), react()], logLevel: 'error', build: { outDir, emptyOutDir: true } })
  server = await preview({ configFile: false, root, build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
  address = server.resolvedUrls!.local[0]!
})
test.afterAll(() => server?.close())

async function open(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.goto(address)
  await page.getByRole('combobox', { name: 'Chủ trì' }).first().waitFor()
}

for (const width of [320, 390, 1366]) {
  test(`the kit has no accessibility fault and fits ${width} pixels`, async ({ page }) => {
    await open(page, width)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
}

test('text spacing of WCAG 1.4.12 widens no page and cuts no control', async ({ page }) => {
  await open(page, 320)
  await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const cut = await page.evaluate(() => [...document.querySelectorAll('.btn, .chip, .tag')].filter((one) => one.scrollHeight > one.clientHeight + 2).map((one) => one.textContent))
  expect(cut).toEqual([])
})

test('a person is found by typing without marks', async ({ page }) => {
  await open(page, 1366)
  const owner = page.getByRole('combobox', { name: 'Chủ trì' }).first()
  await owner.fill('doan tr')
  await expect(page.locator('.options').getByRole('option')).toHaveText(['Đoàn trường'])
  await owner.press('Enter')
  await expect(owner).toHaveValue('Đoàn trường')
})

test('a list opens above the dialog it stands in', async ({ page }) => {
  await open(page, 390)
  await page.getByRole('button', { name: 'Mở hộp thoại' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Chủ trì' }).fill('cong')
  await dialog.getByRole('option', { name: 'Công đoàn' }).click()
  await expect(dialog.getByRole('combobox')).toHaveValue('Công đoàn')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Mở hộp thoại' })).toBeFocused()
})

test('a day is typed in short, and what is no day says so and stays', async ({ page }) => {
  await open(page, 1366)
  const due = page.getByRole('textbox', { name: 'Thời hạn' })
  await due.fill('8/3')
  await due.blur()
  await expect(due).toHaveValue('08/03/2026')
  await due.fill('31/2')
  await due.blur()
  await expect(due).toHaveValue('31/2')
  await expect(page.getByText('Ngày chưa đúng')).toBeVisible()
  await due.fill('8/3/2027')
  await due.blur()
  await expect(page.getByText('Ngày phải trước hoặc đúng 31/12/2026.')).toBeVisible()
})

test('menu, tabs and selection work by keyboard alone', async ({ page }) => {
  await open(page, 1366)
  const menu = page.locator('summary', { hasText: 'Thao tác khác' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Chuyển lên' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  await page.getByRole('tab', { name: 'Cả năm' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Tháng' })).toBeFocused()
  await expect(page.getByRole('tabpanel')).toHaveText('Tháng')

  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'Chọn MN Hoa Sữa' })).toBeChecked()
})
