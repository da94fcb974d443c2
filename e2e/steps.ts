import { expect, type Page } from '@playwright/test'

// Steps of the main job that more than one journey takes.

/** Begins an outgoing document from a file and submits it. */
export async function draftFromFile(page: Page, file: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Văn bản' }).click()
  await page.getByRole('tab', { name: 'Đi', exact: true }).click()
  await page.getByRole('link', { name: 'Soạn văn bản đi' }).click()
  await page.getByLabel('Chọn tệp').setInputFiles(file)
  await expect(page.getByLabel('Trích yếu')).toHaveValue(/tiến bộ của phụ nữ/)
  await page.getByLabel('Cơ quan ban hành').fill('SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ')
  await page.getByRole('button', { name: 'Trình duyệt', exact: true }).click()
  await expect(page.getByText('Chờ duyệt', { exact: true })).toBeVisible()
}

/** What the head of the unit finds among the things to do. */
export async function approveDocument(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Đọc và duyệt' }).click()
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByText('Đã duyệt, chờ ban hành', { exact: true })).toBeVisible()
}

/** Numbers what was approved and issues it to the schools below, who may all read it. */
export async function issueToSchools(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lấy số' }).click()
  await page.getByRole('button', { name: 'Lấy số' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lấy số' }).click()
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Gửi trong hệ thống cho').selectOption({ label: 'Các trường trực thuộc' })
  await expect(dialog.getByText('3 đơn vị sẽ nhận')).toBeVisible()
  await dialog.getByLabel('Mọi đơn vị cấp dưới được xem').check()
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await expect(page.getByText('Đã ban hành', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tải bản PDF' })).toBeVisible({ timeout: 30_000 })
}

/** From “Việc cần làm” to the first draft of the school's own plan. */
export async function startFromTodo(page: Page): Promise<void> {
  const start = page.getByRole('link', { name: 'Bắt đầu soạn' })
  await expect(async () => {
    await page.reload()
    await expect(start).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(page.getByText('Sở Giáo dục và Đào tạo Sông Mơ đã ban hành kế hoạch 01/KH-SGDĐT')).toBeVisible()
  await start.click()
  await page.getByRole('button', { name: 'Tạo bản thảo' }).click()
  await expect(page.getByRole('heading', { name: 'Đối chiếu kế hoạch cấp trên' })).toBeVisible()
}

/** Submits a plan with what is still open in it: a plan in which nothing is open goes without being asked. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trình duyệt', exact: true }).click()
  const anyway = page.getByRole('dialog').getByRole('button', { name: 'Vẫn trình' })
  const waits = page.getByText('Kế hoạch đang chờ duyệt', { exact: false })
  await expect(anyway.or(waits)).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(waits).toBeVisible()
}
