import type { Module } from '#core/module.ts'
import getSession from './operations/get-session.ts'
import setPassword from './operations/set-password.ts'
import signIn from './operations/sign-in.ts'
import signOut from './operations/sign-out.ts'

export const access: Module = {
  name: 'access',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'audit'],
  operations: [signIn, signOut, getSession, setPassword],
}
