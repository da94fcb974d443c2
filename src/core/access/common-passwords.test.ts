import { expect, it } from 'vitest'
import { newPasswordFault } from './common-passwords.ts'

it.each(['1q2w3e4r5t6y', 'Charlie2026!', 'Superman 2026', 'pass word 12345', 'MÁT KHÁU 2026'])('“%s” is tried first by every guesser', async (password) => {
  expect(await newPasswordFault(password, 'le.mo')).toBe('too_common')
})

it.each(['hoa sữa tháng mười', 'song hanh cung nhau', 'correct horse battery staple'])('“%s” may be used', async (password) => {
  expect(await newPasswordFault(password, 'le.mo')).toBeNull()
})
