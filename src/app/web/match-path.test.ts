import { expect, test } from 'vitest'
import { matchPath } from './match-path.ts'

const screens = ['/ke-hoach/$planId', '/ke-hoach', '/ke-hoach/bat-dau', '/ke-hoach/$planId/duyet', '/'].map((path) => ({ path }))
const pathAt = (address: string) => matchPath(screens, address)?.screen.path

test('a fixed word goes before a parameter, whatever the order of the list', () => {
  expect(pathAt('/ke-hoach/bat-dau')).toBe('/ke-hoach/bat-dau')
  expect(pathAt('/ke-hoach/7')).toBe('/ke-hoach/$planId')
  expect(pathAt('/ke-hoach/bat-dau/duyet')).toBe('/ke-hoach/$planId/duyet')
})

test('the parameters are read from the address', () => {
  expect(matchPath(screens, '/ke-hoach/k%E1%BA%BF%20ho%E1%BA%A1ch/duyet')?.params).toEqual({ planId: 'kế hoạch' })
  expect(matchPath(screens, '/ke-hoach/%E0%A4%A')?.params).toEqual({ planId: '%E0%A4%A' })
})

test('home is found, a slash at the end does not matter, what nobody has is not found', () => {
  expect(pathAt('/')).toBe('/')
  expect(pathAt('/ke-hoach/')).toBe('/ke-hoach')
  expect(pathAt('/ke-hoach/7/xoa')).toBeUndefined()
  expect(pathAt('/khac')).toBeUndefined()
})
