import { expect, it } from 'vitest'
import { amendedTitle } from './amendment.ts'

it('an amendment names the plan that it changes, once', () => {
  const title = amendedTitle('Công tác bình đẳng giới năm 2026')
  expect(title).toBe('Điều chỉnh, bổ sung Kế hoạch công tác bình đẳng giới năm 2026')
  expect(amendedTitle(title)).toBe(title)
})
