import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayRunBefore, plainRecoveryCode, recoveryCodeOf } from './second-factor.ts'

it('a recovery code holds its ten bytes in letters that nobody confuses, and is read as people type it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = recoveryCodeOf(bytes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(plainRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code.replaceAll('-', ''))
    }),
  )
})

it('a session that waits for its second factor may add none, nor do anything else', () => {
  for (const name of ['access.beginCodes', 'access.confirmCodes', 'access.addPasskey', 'access.changePassword', 'plans.read']) expect(mayRunBefore('second_factor', name)).toBe(false)
  expect(mayRunBefore('second_factor', 'access.giveCode')).toBe(true)
  expect(mayRunBefore('enrolment', 'access.changePassword')).toBe(false)
})
