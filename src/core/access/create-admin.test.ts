import { expect, it } from 'vitest'
import { aSector, aWorld } from '#testing/world.ts'
import { createAdmin } from './create-admin.ts'
import createAccount from './operations/create-account.ts'
import setPassword from './operations/set-password.ts'
import { openSession } from './operations/sign-in.ts'
import { actorOfToken } from './session.ts'

it('makes the first unit and its administrator in an empty database, who then makes the rest', async () => {
  const world = await aWorld()
  const made = await createAdmin(world.as(null), { unit: { name: 'Bộ Giáo dục Mẫu' }, fullName: 'Đỗ Thị Đầu' })
  expect(made).toMatchObject({ unitIsNew: true, unitName: 'Bộ Giáo dục Mẫu', username: 'do.thi.dau' })

  const token = made.path.split('/').at(-1)!
  await setPassword.run(world.as(null), { token, password: 'hoa sữa tháng mười' })
  const session = await openSession(world.as(null), { username: 'do.thi.dau', password: 'hoa sữa tháng mười' })
  const actor = await actorOfToken(world.as(null), session.token)
  const { account } = await createAccount.run(world.as(actor), {
    unitId: made.unitId,
    person: { fullName: 'Hà Chuyên Viên' },
    username: 'ha.chuyen.vien',
    roles: [{ role: 'ministry_officer' }],
  })
  expect(account.roles).toMatchObject([{ role: 'ministry_officer' }])
})

it('finds a unit by its name without diacritics or by its id, and makes no second one', async () => {
  const world = await aWorld()
  const sector = await aSector(world)
  const make = (unit: { name: string } | { id: string }, username: string) => createAdmin(world.as(null), { unit, fullName: 'Lê Quản', username })
  expect(await make({ name: 'so giao duc song mo' }, 'quan.1')).toMatchObject({ unitId: sector.department, unitIsNew: false })
  expect(await make({ id: sector.highSchool }, 'quan.2')).toMatchObject({ unitId: sector.highSchool, unitIsNew: false })
  await expect(make({ name: 'Sở không có' }, 'quan.3')).rejects.toMatchObject({ kind: 'not_found', code: 'access.unit_not_found' })
  await expect(make({ id: 'không phải mã' }, 'quan.3')).rejects.toMatchObject({ kind: 'not_found' })
  await world.unit({ name: 'Trường THPT Sông Mơ', professional: sector.department })
  await expect(make({ name: 'Trường THPT Sông Mơ' }, 'quan.3')).rejects.toMatchObject({ kind: 'conflict', code: 'access.unit_ambiguous' })
  await expect(make({ id: sector.highSchool }, 'quan.1')).rejects.toMatchObject({ kind: 'conflict', code: 'access.username_taken' })
  await expect(make({ id: sector.highSchool }, 'Có dấu')).rejects.toMatchObject({ kind: 'invalid', code: 'access.username_unusable' })
})
