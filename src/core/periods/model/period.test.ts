import { expect, it } from 'vitest'
import { halfYearOf, monthOf, periodsOfYear, quarterOf, schoolYearOf, yearOf } from './period.ts'

const span = ({ from, to }: { from: string; to: string }) => `${from} ${to}`

it('a day lies in its year, half-year, quarter and month', () => {
  expect([yearOf, halfYearOf, quarterOf, monthOf].map((of) => span(of('2028-02-29')))).toEqual([
    '2028-01-01 2028-12-31', '2028-01-01 2028-06-30', '2028-01-01 2028-03-31', '2028-02-01 2028-02-29',
  ])
})

it('the second half begins in July, the fourth quarter in October', () => {
  expect([span(halfYearOf('2026-07-01')), span(quarterOf('2026-12-31'))]).toEqual(['2026-07-01 2026-12-31', '2026-10-01 2026-12-31'])
})

it('a school year crosses the calendar year: August ends one, September begins the next', () => {
  expect([span(schoolYearOf('2026-08-31')), span(schoolYearOf('2026-09-01'))]).toEqual(['2025-09-01 2026-08-31', '2026-09-01 2027-08-31'])
})

it('a year has its halves, its quarters and the school year that begins in it', () => {
  expect(periodsOfYear(2026).map(span)).toEqual([
    '2026-01-01 2026-12-31', '2026-01-01 2026-06-30', '2026-07-01 2026-12-31', '2026-01-01 2026-03-31', '2026-04-01 2026-06-30',
    '2026-07-01 2026-09-30', '2026-10-01 2026-12-31', '2026-09-01 2027-08-31',
  ])
})
