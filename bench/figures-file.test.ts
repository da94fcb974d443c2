import { describe, expect, it } from 'vitest'
import { withSection } from './figures-file.ts'

const READING = '## Reading\n\nslow\n'
const WRITING = '## Writing\n\n| a | b |\n'

describe('the file of figures', () => {
  it('takes a first section, and a second behind it', () => {
    const file = withSection(withSection('', READING), WRITING)
    expect(file).toMatch(/^# Figures\n\n.+\n\n## Reading\n\nslow\n\n## Writing\n\n\| a \| b \|\n$/)
  })

  it('changes what was measured again and leaves the others where they are', () => {
    const both = withSection(withSection('', READING), WRITING)
    expect(withSection(both, '## Reading\n\nquick\n')).toBe(both.replace('slow', 'quick'))
  })

  it('is the same when nothing has changed', () => {
    const both = withSection(withSection('', READING), WRITING)
    expect(withSection(both, WRITING)).toBe(both)
  })
})
