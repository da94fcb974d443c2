import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelsOf } from './numbering.ts'
import { nodesFromText } from './paste.ts'
import { inReadingOrder, MAX_DEPTH, treeOf } from './plan-tree.ts'

function counter(): () => string {
  let count = 0
  return () => `n${count++}`
}

const PASTED = `I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của cán bộ, giáo viên
về bình đẳng giới.
II. NỘI DUNG
1. Công tác tuyên truyền
a) Sinh hoạt dưới cờ chủ đề “Bạn bè bình đẳng”
- Lớp 6 đến lớp 9
+ Mỗi lớp một tiết mục
b) Viết bài trên trang thông tin điện tử
`

it('finds parts, items, letters and bullets, and joins wrapped lines', () => {
  const nodes = nodesFromText(PASTED, counter())
  expect(inReadingOrder(nodes).map(({ node, depth }) => `${depth} ${node.kind} ${node.text}`)).toEqual([
    '1 section MỤC ĐÍCH, YÊU CẦU',
    '2 section Mục đích',
    '3 point Nâng cao nhận thức của cán bộ, giáo viên về bình đẳng giới.',
    '1 section NỘI DUNG',
    '2 section Công tác tuyên truyền',
    '3 section Sinh hoạt dưới cờ chủ đề “Bạn bè bình đẳng”',
    '4 task Lớp 6 đến lớp 9',
    '5 task Mỗi lớp một tiết mục',
    '3 task Viết bài trên trang thông tin điện tử',
  ])
  expect(nodes.map((node) => node.part).filter(Boolean)).toEqual(['purpose', 'tasks'])
})

it('keeps every word of whatever is pasted, in a tree of at most five levels', () => {
  const line = fc.tuple(fc.constantFrom('', 'I. ', '1. ', 'a) ', '- ', '+ ', '1.1. '), fc.stringMatching(/^[A-Za-zÀ-ỹ]{2,12}( [a-zà-ỹ]{2,8}){0,5}$/u)).map(([label, words]) => label + words)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const nodes = nodesFromText(lines.join('\n'), counter())
      const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word)).sort()
      expect(words(nodes.map((node) => node.text)).length).toBeGreaterThanOrEqual(words(lines.map((text) => text.replace(/^(I\.|1\.1\.|1\.|a\)|-|\+) /u, ''))).length - lines.length)
      expect(inReadingOrder(nodes).every(({ depth }) => depth <= MAX_DEPTH)).toBe(true)
      expect(labelsOf(treeOf(nodes)).size).toBe(nodes.length)
    }),
    { numRuns: 200, seed: 26 },
  )
})

const corpus = join(process.env['SONGHANH_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus'), 'raw')

it.skipIf(!existsSync(corpus))('finds every Roman part of real plans that were copied as text (skipped where the corpus is absent)', () => {
  for (const file of readdirSync(corpus).filter((name) => /^00[0-4]_/.test(name))) {
    const text = readFileSync(join(corpus, file), 'utf8').replace(/^[#*\s]+|\*+/gm, '')
    const parts = [...text.matchAll(/^(?:I|II|III|IV|V|VI)\.\s/gm)].length
    const found = nodesFromText(text, counter()).filter((node) => node.parentId === null && node.part !== null && node.text.length < 200)
    expect(found.length, file).toBeGreaterThanOrEqual(parts)
  }
})
