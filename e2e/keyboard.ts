import { expect, type Locator, type Page } from '@playwright/test'

// What hands on a keyboard do.

/** More than any screen has: what is not reached by then is not reached at all. */
const MOST_STEPS = 500

/** Goes on with Tab until the thing has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  // Found once: to look for it by its name after each step would take longer than the step.
  const found = await target.elementHandle()
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await page.evaluate((element) => element === document.activeElement, found)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Replaces what stands in a field. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
