import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Effort } from './effort.ts'
import { look, PASSWORD, signedIn, unitOf } from './pages.ts'
import { type Program, startProgram } from './program.ts'

// A teacher on a phone: begins online, is cut off in the middle, goes on without a network, hands the phone to a
// colleague, and everything arrives exactly once. Then the same record is changed on the phone without a network and on a
// PC meanwhile.

test.describe.configure({ mode: 'serial' })

let product: Program
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  product = await startProgram('empty')
  await product.script('seed.ts', PASSWORD)
  context = await browser.newContext({ baseURL: product.url, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  page = await context.newPage()
})
test.afterAll(() => product?.stop())

async function signIn(username: string): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
}

/** Pictures of the browser's own making, noisy enough to need several parts. */
async function somePictures(count: number): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const urls = await page.evaluate(
    (many) =>
      Array.from({ length: many }, (_, at) => {
        const canvas = document.createElement('canvas')
        canvas.width = 1800
        canvas.height = 1350
        const brush = canvas.getContext('2d')!
        for (let spot = 0; spot < 9000; spot++) {
          brush.fillStyle = `hsl(${(spot * 47 + at * 90) % 360} 60% ${20 + ((spot * 13) % 60)}%)`
          brush.fillRect((spot * 97) % 1800, (spot * 61) % 1350, 30, 30)
        }
        return canvas.toDataURL('image/jpeg', 0.95)
      }),
    count,
  )
  return urls.map((url, at) => ({ name: `anh${at}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(url.split(',')[1]!, 'base64') }))
}

async function fillIn(name: string, pupils: readonly [female: string, male: string]): Promise<void> {
  await page.getByRole('link', { name: 'Ghi nhanh' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ghi hoạt động' })).toBeVisible()
  await page.getByLabel('Tên hoạt động').fill(name)
  await page.getByLabel('Học sinh, nữ').fill(pupils[0])
  await page.getByLabel('Học sinh, nam').fill(pupils[1])
}

async function attach(count: number): Promise<void> {
  await page.getByLabel('Chọn', { exact: true }).setInputFiles(await somePictures(count))
  await expect(page.getByRole('img')).toHaveCount(count)
  await page.getByLabel(/Ảnh không lộ thông tin riêng tư/).check()
}

/** Everything that this browser keeps, as bytes that can be searched. */
async function everythingKept(): Promise<string> {
  return page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error))
      })
    const all = (db: IDBDatabase, store: string) =>
      new Promise<unknown[]>((done) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => done(request.result))
      })
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value) + new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return asText(value.buffer)
      if (value !== null && typeof value === 'object') return Object.values(value).map(asText).join('\n')
      return String(value)
    }
    const parts: string[] = [JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage))]
    for (const { name } of await indexedDB.databases()) {
      const db = await open(name!)
      for (const store of db.objectStoreNames) parts.push(...(await all(db, store)).map(asText))
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) parts.push(request.url)
    }
    return parts.join('\n')
  })
}

const SEALED = { keys: 'keys', items: 'sealed' } as const

/** How many things lie in a store of the device. */
async function countIn(store: (typeof SEALED)[keyof typeof SEALED]): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((done) => {
        const request = indexedDB.open('songhanh')
        request.onsuccess = () => {
          const count = request.result.transaction(name).objectStore(name).count()
          count.onsuccess = () => {
            request.result.close()
            done(count.result)
          }
        }
      }),
    store,
  )
}

/** Whether the device keeps the answer that is shown at a place of the program. */
async function isKept(place: string): Promise<boolean> {
  return page.evaluate(
    ([store, id]) =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('songhanh')
        request.onsuccess = () => {
          const keys = request.result.transaction(store!).objectStore(store!).getAllKeys()
          keys.onsuccess = () => {
            request.result.close()
            done((keys.result as string[][]).some(([, shelf, place]) => shelf === 'answers' && place === id))
          }
        }
      }),
    [SEALED.items, place],
  )
}

test('the first visit puts the program on the device', async () => {
  await signIn('truong.giaovien')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  const kept = await everythingKept()
  expect(kept).toContain('/assets/')
  expect(kept).not.toContain('/api/')
})

test('what was begun online goes on when the network is cut, and both activities stay on the phone', async () => {
  await fillIn('Chuyên đề Tình bạn đẹp', ['212', '198'])
  await expect(page.getByText('410')).toBeVisible()
  await attach(2)
  await look(page, 'quick')
  await page.setViewportSize({ width: 390, height: 844 })

  // the server goes first, then the network: the middle of an entry
  await product.halt()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click()
  await expect(page.getByRole('alert')).toContainText('Đã lưu trên máy')
  await expect(page.getByText('Chưa gửi 1')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('saved-offline.png') })

  await page.getByRole('button', { name: 'Ghi hoạt động khác' }).click()
  await page.getByLabel('Tên hoạt động').fill('Sinh hoạt dưới cờ tháng Năm')
  await page.getByLabel('Học sinh, nữ').fill('30')
  await attach(1)
  // closed in the middle of typing: the draft is there again
  await expect(page.getByText('Bản đang ghi đã giữ trên máy.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Sinh hoạt dưới cờ tháng Năm')
  await expect(page.getByLabel('Học sinh, nữ')).toHaveValue('30')
  await expect(page.getByRole('img')).toHaveCount(1)
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click()
  await expect(page.getByText('Chưa gửi 2')).toBeVisible()
})

test('opened again without a network, the phone still has both', async () => {
  await page.goto('/')
  await expect(page.getByText('Chưa gửi 2')).toBeVisible()
  await page.getByRole('link', { name: 'Xem', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Chuyên đề Tình bạn đẹp' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sinh hoạt dưới cờ tháng Năm' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('waiting-390.png'), fullPage: true })
})

test('a colleague who signs in on the same phone finds nothing of it, not a byte', async () => {
  await page.getByRole('button', { name: 'Thêm' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page.getByText('Còn 2 phiếu chưa gửi.')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('sign-out.png') })
  await page.getByRole('dialog', { name: 'Còn phiếu chưa gửi' }).getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/dang-nhap/)
  expect(await countIn(SEALED.keys)).toBe(0)

  await product.resume()
  await context.setOffline(false)
  await signIn('truong.giaovien2')
  await expect(page.getByText(/Chưa gửi/)).toHaveCount(0)
  await page.goto('/hoat-dong/cho-gui')
  await expect(page.getByText('Đã gửi hết')).toBeVisible()
  const kept = await everythingKept()
  for (const trace of ['Tình bạn', 'dưới cờ', 'Ngô Thị Sen', 'truong.giaovien"', '"contacts"', '"pupils"', 'JFIF']) expect(kept, trace).not.toContain(trace)
  // they are there all the same, sealed
  expect(await countIn(SEALED.items)).toBeGreaterThan(4)
})

test('when the network is back for their owner, everything arrives exactly once', async () => {
  await page.getByRole('button', { name: 'Thêm' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/dang-nhap/)
  await signIn('truong.giaovien')
  await expect(page.getByText(/Đã gửi hết · 2 phiếu, 3 ảnh/)).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: test.info().outputPath('all-sent.png') })

  const { rows } = await page.evaluate(async () => {
    const session = (await (await fetch('/api/session')).json()) as { posts: { unitId: string }[] }
    return (await (await fetch(`/api/units/${session.posts[0]!.unitId}/activities`)).json()) as { rows: { title: string; contacts: number; evidence: number; state: string }[] }
  })
  expect(rows.map(({ title, contacts, evidence, state }) => ({ title, contacts, evidence, state })).sort((a, b) => a.title.localeCompare(b.title))).toEqual([
    { title: 'Chuyên đề Tình bạn đẹp', contacts: 410, evidence: 2, state: 'recorded' },
    { title: 'Sinh hoạt dưới cờ tháng Năm', contacts: 30, evidence: 1, state: 'recorded' },
  ])
  // nothing is left on the device but who they are and what their plan says
  await page.goto('/hoat-dong/cho-gui')
  await expect(page.getByText('Đã gửi hết')).toBeVisible()
})

const PUPILS = 'Học sinh, trẻ em, Nữ, Số người'

interface Saved {
  readonly id: string
  readonly revision: number
  readonly values: { title: string; place: string | null; result: string | null; headCounts: { audience: string; sex: string; contacts: number }[] }
}

/** The activity as the server has it now. */
async function asSaved(on: Page, id: string): Promise<Saved> {
  return (await (await on.request.get(`/api/activities/${id}`)).json()) as Saved
}

async function idOf(on: Page, title: string): Promise<string> {
  const { rows } = (await (await on.request.get(`/api/units/${await unitOf(on)}/activities`)).json()) as { rows: { id: string; title: string }[] }
  return rows.find((row) => row.title === title)!.id
}

test('what was opened before can be opened and changed again without a network', async () => {
  const id = await idOf(page, 'Chuyên đề Tình bạn đẹp')
  await page.goto('/hoat-dong')
  await page.getByRole('link', { name: 'Chuyên đề Tình bạn đẹp' }).click()
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Chuyên đề Tình bạn đẹp')
  // it is shown before it is sealed
  await expect.poll(() => isKept(`activities.${id}`)).toBe(true)

  await context.setOffline(true)
  await page.goto('/hoat-dong')
  await expect(page.getByText('Đang không có mạng: đây là bản giữ trên máy', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Chuyên đề Tình bạn đẹp' }).click()
  await page.getByLabel('Tên hoạt động').fill('Tình bạn đẹp, khối 10')
  await page.getByLabel('Nơi tổ chức').fill('Sân trường')
  await page.getByLabel(PUPILS).fill('215')
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click()
  await expect(page.getByText('Đã lưu trên máy, có mạng sẽ tự gửi.')).toBeVisible()
  await expect(page.getByText('Chưa gửi 1')).toBeVisible()

  // closed and opened again: the edit is there, and it is taken up once more
  await page.reload()
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Tình bạn đẹp, khối 10')
  await expect(page.getByLabel(PUPILS)).toHaveValue('215')
  await page.getByLabel('Tên hoạt động').fill('Tình bạn đẹp khối 10')
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click()
  await expect(page.getByText('Chưa gửi 1')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('edit-offline-390.png'), fullPage: true })
  expect((await asSaved(page, id).catch(() => null))?.revision).not.toBe(2)
})

test('where somebody at a PC wrote the same parts meanwhile, both stand side by side on the phone and one tap chooses', async ({ browser }) => {
  const colleague = await signedIn(browser, product.url, 'truong.giaovien2')
  const id = await idOf(colleague, 'Chuyên đề Tình bạn đẹp')
  await colleague.goto(`/hoat-dong/${id}`)
  await colleague.getByLabel('Tên hoạt động').fill('Chuyên đề: Tình bạn đẹp, nói không với bạo lực')
  await colleague.getByLabel(PUPILS).fill('220')
  await colleague.getByLabel('Kết quả, nhận xét').fill('Hai lớp cam kết không bạo lực.')
  await colleague.getByRole('button', { name: 'Lưu hoạt động' }).click()
  await expect(colleague.getByText('Đã lưu hoạt động.')).toBeVisible()
  expect((await asSaved(colleague, id)).revision).toBe(2)

  await context.setOffline(false)
  await expect(page.getByText('Hai người cùng sửa')).toBeVisible({ timeout: 60_000 })
  const name = page.getByRole('group', { name: 'Tên hoạt động' })
  const pupils = page.getByRole('group', { name: 'Học sinh, trẻ em' })
  await expect(name).toContainText('Tình bạn đẹp khối 10')
  await expect(name).toContainText('Chuyên đề: Tình bạn đẹp, nói không với bạo lực')
  await expect(name).toContainText('Bản trên hệ thống (Đào Văn Tùng)')
  await expect(pupils).toContainText('Nữ 215')
  await expect(pupils).toContainText('Nữ 220')
  // the page may still be taking in what the server has now
  await expect(async () => {
    const [mine, theirs] = await Promise.all([name.locator('label').first().boundingBox(), name.locator('label').last().boundingBox()])
    expect(mine!.y).toBe(theirs!.y)
    expect(mine!.x + mine!.width).toBeLessThan(theirs!.x + 1)
  }).toPass()
  await look(page, 'conflict')
  await page.setViewportSize({ width: 390, height: 844 })

  // the place, which nobody else wrote, and the result of the colleague are both there already
  expect((await asSaved(page, id)).values).toMatchObject({ place: 'Sân trường', result: 'Hai lớp cam kết không bạo lực.' })
  await page.getByRole('link', { name: 'Xem', exact: true }).click()
  await expect(page.getByText('Còn 2 mục chưa chọn')).toBeVisible()
  await page.getByRole('radio', { name: 'Tên hoạt động: Bản trên máy' }).check()
  await page.getByRole('radio', { name: /Học sinh, trẻ em: Bản trên hệ thống/ }).check()
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
  await expect(page.getByText('Đã gửi hết, không còn gì nằm trên máy')).toBeVisible()

  const { values } = await asSaved(colleague, id)
  expect(values).toMatchObject({ title: 'Tình bạn đẹp khối 10', place: 'Sân trường', result: 'Hai lớp cam kết không bạo lực.' })
  expect(values.headCounts.find(({ audience, sex }) => audience === 'pupils' && sex === 'F')?.contacts).toBe(220)
  await colleague.reload()
  await expect(colleague.getByLabel('Tên hoạt động')).toHaveValue('Tình bạn đẹp khối 10')
})

test('what was read, kept and half typed in the full form is not there for the next account', async () => {
  await page.goto('/hoat-dong')
  await page.getByRole('link', { name: 'Tình bạn đẹp khối 10' }).click()
  await expect(page.getByLabel('Kết quả, nhận xét')).toHaveValue('Hai lớp cam kết không bạo lực.')
  const before = await countIn(SEALED.items)
  await page.getByLabel('Kết quả, nhận xét').fill('Em Nguyễn Thị Bé chưa gửi.')
  await expect.poll(() => countIn(SEALED.items)).toBeGreaterThan(before)
  await page.reload()
  await expect(page.getByText(/^Có bản chưa lưu lúc/)).toBeVisible()
  await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/dang-nhap/)
  await signIn('truong.giaovien2')
  const kept = await everythingKept()
  for (const trace of ['Tình bạn', 'Nguyễn Thị Bé', 'Ngô Thị Sen', 'songhanh.draft', '"values"']) expect(kept, trace).not.toContain(trace)
  await page.goto('/hoat-dong')
  await page.getByRole('link', { name: 'Tình bạn đẹp khối 10' }).click()
  await expect(page.getByLabel('Kết quả, nhận xét')).toHaveValue('Hai lớp cam kết không bạo lực.')
  await expect(page.getByText(/^Có bản chưa lưu lúc/)).toHaveCount(0)
})

test('a session with head-counts and a picture is entered in under a minute', async () => {
  const [picture] = await somePictures(1)
  await page.goto('/')
  const effort = new Effort()
  await effort.decide(page.getByRole('link', { name: 'Ghi nhanh' }))
  await effort.wait(() => expect(page.getByLabel('Tên hoạt động')).toBeVisible())
  await effort.write(page.getByLabel('Tên hoạt động'), 'Chuyên đề phòng chống bạo lực học đường')
  await effort.write(page.getByLabel('Học sinh, nữ'), '212')
  await effort.write(page.getByLabel('Học sinh, nam'), '198')
  // the button, the picture and “done” in the chooser of the phone
  effort.thoughts += 1
  effort.outside(3)
  await page.getByLabel('Chọn', { exact: true }).setInputFiles(picture!)
  await effort.wait(() => expect(page.getByRole('img')).toHaveCount(1))
  await effort.decide(page.getByLabel(/Ảnh không lộ thông tin riêng tư/))
  await effort.decide(page.getByRole('button', { name: 'Lưu hoạt động' }))
  await effort.wait(() => expect(page.getByRole('alert')).toContainText('Chuyên đề phòng chống bạo lực học đường'))
  test.info().annotations.push({ type: 'effort', description: String(effort) })
  process.stdout.write(`an activity on a phone: ${effort}\n`)
  expect(effort.seconds()).toBeLessThan(60)
})
