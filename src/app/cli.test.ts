import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { aCommandLine } from '#testing/command-line.ts'
import { testDatabase } from '#testing/database.ts'

let databaseUrl = ''
const { file, songhanh } = aCommandLine(() => databaseUrl)

beforeAll(async () => {
  const { pool } = await testDatabase()
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  databaseUrl = `postgresql://postgres@/${rows[0]!.name}?host=${encodeURIComponent(inject('database').host)}`
})

describe('the database on the command line', { timeout: 60_000 }, () => {
  it('is brought up to date', async () => {
    expect(await songhanh(['migrate'])).toMatchObject({ code: 0, out: '' })
  })

  it('gets its first unit with an administrator, then units from a table', async () => {
    const admin = await songhanh(['create-admin', '--unit', 'Bộ Giáo dục Mẫu', '--name', 'Lê Thị Mẫu', '--json'])
    expect(admin.code).toBe(0)
    expect(JSON.parse(admin.out)).toMatchObject({ unit: 'Bộ Giáo dục Mẫu', unitIsNew: true, username: 'le.thi.mau' })

    writeFileSync(file('don-vi.csv'), 'Mã,Tên đơn vị,Cấp,Xã/phường,Đơn vị quản lý chuyên môn\nS1,Sở GDĐT Hà Nội,Sở,Hà Nội,Bộ Giáo dục Mẫu\nT1,Trường THPT Hoa Sữa,,,Sở GDĐT Hà Nội\nT2,Trường THPT Lạ,,,Sở Không Có\n')
    const dry = await songhanh(['import-units', 'don-vi.csv', '--dry-run'])
    expect(dry.code).toBe(1)
    expect(dry.out).toContain('Dòng 4, cột “Đơn vị quản lý chuyên môn”: Không tìm thấy “Sở Không Có”')
    expect(await songhanh(['import-units', 'don-vi.csv'])).toMatchObject({ code: 1, err: expect.stringContaining('Chưa ghi gì vì 1 dòng có lỗi') as string })
    const taken = await songhanh(['import-units', 'don-vi.csv', '--take-good', '--json'])
    expect(taken.code).toBe(0)
    expect(JSON.parse(taken.out)).toMatchObject({ created: 2, refused: 1, written: true })
  })

  it('refuses an administrator of a unit that nobody knows', async () => {
    const { code, err } = await songhanh(['create-admin', '--unit', 'Bộ Không Có', '--name', 'Lê Thị Mẫu'])
    expect(code).toBe(1)
    expect(err).toContain('“Bộ Không Có”')
  })

  it('takes no demo when it has units', async () => {
    const { code, out, err } = await songhanh(['demo', '--json'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('đã có đơn vị nên không nạp dữ liệu mẫu')
  })

  it('loads the real administrative units', async () => {
    const { code, out } = await songhanh(['import-admin-units', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ before: { provinces: 63, districts: 696, communes: 10_035 }, after: { provinces: 34, communes: 3_321 } })
  })

  it('that does not answer is a sentence', async () => {
    const { code, err } = await songhanh(['migrate'], { DATABASE_URL: 'postgresql://ai@127.0.0.1:1/khong' })
    expect(code).toBe(1)
    expect(err).toContain('Không nối được tới cơ sở dữ liệu')
    expect(err).not.toMatch(/\n\s+at /)
  })
})
