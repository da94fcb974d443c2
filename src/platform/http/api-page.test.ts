import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { contract } from '../contract.ts'
import { apiPage } from './api-page.ts'
import { openApiOf } from './openapi.ts'

interface Branch {
  text: string
  items: Branch[]
}
const Branch: z.ZodMiniType<Branch> = z.lazy(() => z.object({ text: z.string(), items: z.array(Branch) }))

const about = { title: 'Mẫu', version: '1.2.3', url: 'http://localhost:8080', groups: { trees: 'Cây' } }

const grow = contract({
  name: 'trees.growTree',
  route: 'POST /api/gardens/:gardenId/trees',
  permission: 'trees.edit',
  summary: 'Grows <b>“a tree”</b> & its branches',
  input: z.object({ gardenId: z.uuid(), kind: z.enum(['pine', '<script>alert(1)</script>']), day: z.optional(z.iso.date()), root: Branch }),
  output: z.object({ trees: z.array(z.object({ id: z.uuid(), height: z.nullable(z.number()) })) }),
})
const list = contract({ name: 'trees.listTrees', route: 'GET /api/trees', permission: 'public', summary: 'Lists', input: z.object({ q: z.optional(z.string()) }), output: z.array(z.string()) })

const page = apiPage(openApiOf([grow, list], about))

/** The cells of the rows of one operation. */
function rowsOf(operation: string): string[][] {
  const part = page.split(`<details id="${operation}">`)[1]!.split('</details>')[0]!
  return [...part.matchAll(/<tr>(<td>.*?)<\/tr>/g)].map(([, row]) => [...row!.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell!.replace(/<\/?code>/g, '')))
}

test('names each operation with its method, path, permission and summary, under its module in Vietnamese', () => {
  expect(page).toContain('<h2>Cây <span lang="en">(trees)</span></h2>')
  expect(page).toContain('<code class="method">POST</code> <code>/api/gardens/{gardenId}/trees</code>')
  expect(page).toContain('<code>trees.edit</code>')
  expect(page).toContain('không cần đăng nhập')
})

test('shows every field of input and output, those inside others with their path, and enters no loop', () => {
  expect(rowsOf('trees.growTree')).toEqual([
    ['gardenId', 'uuid – đường dẫn (path)', 'có (yes)'],
    ['idempotency-key', 'uuid – tiêu đề (header)', 'không (no)'],
    ['kind', '&quot;pine&quot; | &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;', 'có (yes)'],
    ['day', 'date', 'không (no)'],
    ['root', 'object', 'có (yes)'],
    ['root.text', 'string', 'có (yes)'],
    ['root.items', 'list of object', 'có (yes)'],
    ['trees', 'list of object', 'có (yes)'],
    ['trees[].id', 'uuid', 'có (yes)'],
    ['trees[].height', 'number | null', 'có (yes)'],
  ])
  expect(rowsOf('trees.listTrees')).toEqual([
    ['q', 'string – truy vấn (query)', 'không (no)'],
    ['–', 'list of string', 'có (yes)'],
  ])
})

test('writes texts as texts, and needs neither scripts nor anything from elsewhere', () => {
  expect(page).toContain('Grows &lt;b&gt;“a tree”&lt;/b&gt; &amp; its branches')
  expect(page).not.toMatch(/<script|<link|<img|\son\w+=|javascript:|url\(|@import/i)
  expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target).filter((target) => !target!.startsWith('#'))).toEqual(['openapi.json'])
})
