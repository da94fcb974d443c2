import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifySignatures } from './verify.ts'

const folder = join(process.env['SONGHANH_CORPUS'] ?? '../shared/corpus', 'files')
const signed = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf') && readFileSync(join(folder, name)).includes('/ByteRange')) : []
const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined

describe.skipIf(signed.length === 0 || !hasPdfsig)('signed files of offices (needs the corpus and pdfsig)', () => {
  it.each(signed)('%s: the same signers as pdfsig names, each whole, and no certificate is trusted without a root', (name) => {
    const said = spawnSync('pdfsig', ['-nocert', join(folder, name)], { encoding: 'utf8' }).stdout
    const names = [...said.matchAll(/Certificate Common Name: (.+)/g)].map(([, found]) => found)
    const { signatures, problem } = verifySignatures(readFileSync(join(folder, name)), { roots: [], now: new Date('2026-03-01T00:00:00Z') })
    expect(problem).toBeNull()
    expect(signatures.map(({ signer }) => signer?.name)).toEqual(names)
    for (const { answers } of signatures) {
      expect([answers.integrity.state, answers.later.state]).not.toContain('bad')
      expect(answers.identity.state).toBe('unknown')
    }
    expect(said.match(/Signature is Valid/g)).toHaveLength(signatures.length)
  })
})
