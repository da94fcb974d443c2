import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNamedIn, namesHead } from './naming.ts'
import { inOrderOfPassing, isHidden, routeReport, type Body } from './routing.ts'

const nobody = { head: false, handlers: [], others: '' }
const person = (accountId: string, fullName: string, role: 'head' | 'handler') => ({ accountId, fullName, isHead: role === 'head', isHandler: role === 'handler', hasKey: true })

const school: Body = { unitId: 'school', people: [person('h', 'Trần Văn Minh', 'head'), person('a', 'Nguyễn Thị Hoa', 'handler'), person('b', 'Lê Văn Sông', 'handler')] }
const commune: Body = { unitId: 'commune', people: [person('c', 'Phạm Thị Mây', 'handler')] }
const department: Body = { unitId: 'department', people: [person('d', 'Đỗ Văn Hoa', 'handler')] }
const bodies = [school, commune, department]

describe('a report goes', () => {
  it('to the handlers of the unit when nobody is named', () => {
    expect(routeReport(bodies, nobody)).toEqual({ unitId: 'school', handlers: ['a', 'b'] })
  })

  it('past the unit when its head is named, by a tick, by title or by name', () => {
    for (const hidden of [{ ...nobody, head: true }, { ...nobody, others: 'thầy hiệu trưởng' }, { ...nobody, others: 'thay Minh' }]) {
      expect(routeReport(bodies, hidden)).toEqual({ unitId: 'commune', handlers: ['c'] })
    }
  })

  it('past the unit when one of its handlers is named, however the name is typed', () => {
    for (const hidden of [{ ...nobody, handlers: ['b'] }, { ...nobody, others: 'Thầy SÔNG dạy toán' }, { ...nobody, others: 'thầy song' }]) {
      expect(routeReport(bodies, hidden)?.unitId).toBe('commune')
    }
  })

  it('stays where somebody is named who neither heads nor handles', () => {
    expect(routeReport(bodies, { ...nobody, others: 'thầy Tùng lớp 8A' })?.unitId).toBe('school')
  })

  it('past every body in which a namesake handles: one too many is the lesser harm', () => {
    expect(routeReport(bodies, { ...nobody, others: 'cô Hoa' })?.unitId).toBe('commune')
    expect(routeReport([school, department], { ...nobody, others: 'cô Hoa' })).toBeNull()
  })

  it('past a body without handlers', () => {
    expect(routeReport([{ unitId: 'school', people: [] }, commune], nobody)?.unitId).toBe('commune')
  })

  it('never to anybody who is named, and never into the unit of a head who is', () => {
    const names = fc.constantFrom('Minh', 'Hoa', 'Sông', 'Mây', 'Tùng', 'An')
    const people = fc.array(fc.record({ accountId: fc.uuid(), fullName: names.map((name) => `Nguyễn Văn ${name}`), isHead: fc.boolean(), isHandler: fc.boolean(), hasKey: fc.boolean() }), { maxLength: 5 })
    fc.assert(fc.property(fc.array(people, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.array(names, { maxLength: 3 }), fc.nat(20), (groups, head, named, pick) => {
      const all = groups.map((group, at): Body => ({ unitId: `u${at}`, people: group }))
      const ticked = all[0]!.people.filter((_, at) => at === pick).map(({ accountId }) => accountId)
      const hidden = { head, handlers: ticked, others: named.join(', ') }
      const route = routeReport(all, hidden)
      if (!route) return
      const body = all.find(({ unitId }) => unitId === route.unitId)!
      expect(route.handlers.length).toBeGreaterThan(0)
      expect(body.people.filter((one) => (one.isHead || one.isHandler) && isHidden(one, hidden))).toEqual([])
      if (head) expect(route.unitId).not.toBe('u0')
      // No nearer body could have taken it.
      for (const nearer of all.slice(0, all.indexOf(body))) {
        const free = nearer.people.some(({ isHandler, hasKey }) => isHandler && hasKey) && !nearer.people.some((one) => isHidden(one, hidden)) && !(head && nearer === all[0])
        expect(free).toBe(false)
      }
    }))
  })
})

it('names are found as words, never inside of others', () => {
  expect(isNamedIn('thầy Hoàng', 'Nguyễn Thị Hoa')).toBe(false)
  expect(isNamedIn('cô Hoa.', 'Nguyễn Thị Hoa')).toBe(true)
  expect(isNamedIn('', 'Nguyễn Thị Hoa')).toBe(false)
  expect(namesHead('Ban Giám hiệu nhà trường')).toBe(true)
  expect(namesHead('bạn cùng lớp')).toBe(false)
})

it('the commune comes before the Department, and each body once', () => {
  const above = [
    { unitId: 'ministry', line: 'professional', depth: 2 },
    { unitId: 'department', line: 'professional', depth: 1 },
    { unitId: 'commune', line: 'administrative', depth: 1 },
    { unitId: 'department', line: 'administrative', depth: 2 },
  ] as const
  expect(inOrderOfPassing(above).map(({ unitId }) => unitId)).toEqual(['commune', 'department', 'ministry'])
})
