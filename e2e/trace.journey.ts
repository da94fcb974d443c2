import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { saveActivity } from '#modules/activities/contract.ts'
import { anActivity } from './examples.ts'
import { run, signedIn, unitOf } from './pages.ts'
import { type Program, startProgram } from './program.ts'

// A figure of the Ministry on the demo, followed down to the photo of a kindergarten: figure, formula, units, record, picture.

const DEPARTMENT = 'Sở Giáo dục và Đào tạo tỉnh Sông Mơ'
const SCHOOL = 'Trường Mầm non Thạch Mơ'
const INDICATOR = /^C03 Lượt học sinh được tiếp cận/

let program: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('demo')
})
test.afterAll(() => program?.stop())

test('a figure of the Ministry leads down to the photo behind it', async ({ browser }) => {
  const enter = (username: string) => signedIn(browser, program.url, username, DEMO_PASSWORD)
  const teacher = await enter('truongban.mnthachmo')
  const officer = await enter('chuyenvien.bo')
  const before = await test.step('the Ministry reads a figure', () => pupilsReached(officer))
  const title = await test.step('a school records an activity with a photo', () => recordWithPhoto(teacher))
  await test.step('the figure has grown by those 410 pupils', async () => {
    await expect.poll(() => pupilsReached(officer), { timeout: 45_000 }).toBe(before + 410)
  })
  await test.step('its formula and how many units gave something stand beside it', async () => {
    await expect(officer.getByRole('heading', { name: 'Công thức' })).toBeVisible()
    await expect(officer.getByText(/^\d+\/\d+ đơn vị có số liệu$/)).toBeVisible()
  })
  await test.step('the Department among those that gave it leads on to the school, the school to its record', async () => {
    const given = officer.locator('.trace-tree')
    await given.getByRole('link', { name: DEPARTMENT }).click()
    await given.getByRole('link', { name: SCHOOL }).click()
    await expect(officer.getByRole('navigation', { name: 'Vị trí' })).toContainText(SCHOOL)
    await officer.getByRole('link', { name: /^Hoạt động ngày / }).first().click()
    await expect(officer.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })
  await test.step('where the photo is shown', async () => {
    const photo = officer.locator('.activity-pictures img').first()
    await expect(photo).toBeVisible()
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    const whole = await officer.request.get((await officer.locator('.activity-pictures a').first().getAttribute('href'))!)
    expect([whole.status(), whole.headers()['content-type']]).toEqual([200, 'image/jpeg'])
  })
})

/** The figure of the indicator on the screen of the person's unit. */
async function pupilsReached(page: Page): Promise<number> {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Chỉ tiêu', exact: true }).click()
  await page.getByRole('link', { name: INDICATOR }).click()
  await expect(page.getByRole('heading', { level: 1, name: INDICATOR })).toBeVisible()
  const trace = page.locator('section', { has: page.getByRole('heading', { name: /^Truy nguồn · / }) })
  const figure = await trace.locator('strong').first().innerText()
  return Number(/[\d.]+/.exec(figure)?.[0].replaceAll('.', '') ?? 0)
}

async function recordWithPhoto(page: Page): Promise<string> {
  const activity = anActivity(await unitOf(page), crypto.randomUUID())
  await run(page, saveActivity, activity)
  await page.goto(`/hoat-dong/${activity.recordId}`)
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#0b4f5c' } }).jpeg().toBuffer()
  await page.locator('input[type="file"]').first().setInputFiles({ name: 'chuyen-de.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.locator('.activity-pictures img')).toHaveCount(1)
  return activity.values.title
}
