import { expect, test } from 'vitest'
import { htmlLines } from './html-lines.ts'
import { labelsOf } from './numbering.ts'
import { pasteAfter, pastedNodes, type Pasted } from './paste.ts'
import { aNode, type PlanNode, type PlanPart } from './plan-node.ts'
import { applyChange, inReadingOrder, treeOf } from './plan-tree.ts'

function pasted(clipboard: Pasted, part: PlanPart | null = null): readonly PlanNode[] {
  let serial = 0
  return pastedNodes(clipboard, { newId: () => `p${++serial}`, kind: 'primary' }, part)
}
const outline = (nodes: readonly PlanNode[]): readonly string[] =>
  inReadingOrder(nodes).map(({ node, depth }) => `${'  '.repeat(depth - 1)}${node.kind} ${node.text}`)

test('typed numbers and bullets give the levels and are taken off', () => {
  const text = `
I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức.
II. NỘI DUNG
1. Tuyên truyền
a) Sinh hoạt dưới cờ
- Tuần 1
+ Khối 4
- Tuần 2
b) Phát thanh măng non
2. Kiểm tra
`
  expect(outline(pasted({ text }))).toEqual([
    'section MỤC ĐÍCH, YÊU CẦU',
    '  point Nâng cao nhận thức.',
    'section NỘI DUNG',
    '  section Tuyên truyền',
    '    section Sinh hoạt dưới cờ',
    '      task Tuần 1',
    '        point Khối 4',
    '      task Tuần 2',
    '    task Phát thanh măng non',
    '  task Kiểm tra',
  ])
  expect(treeOf(pasted({ text })).map((root) => root.part)).toEqual(['purpose', 'tasks'])
})

test('bullets directly under a numbered heading are its lines', () => {
  const nodes = pasted({ text: '1. Truyền thông\n- Treo băng rôn\n- Viết bài\n2. Tập huấn\n- Mời báo cáo viên' }, 'tasks')
  expect(outline(nodes)).toEqual(['section Truyền thông', '  task Treo băng rôn', '  task Viết bài', 'section Tập huấn', '  task Mời báo cáo viên'])
})

test('lines cut by the width of a page are joined', () => {
  const nodes = pasted({ text: '- Tổ chức hội thi tìm hiểu\npháp luật về bình đẳng giới\n- Viết bài;\n- Đăng ngày\n8/3 trên bảng tin' }, 'tasks')
  expect(nodes.map((node) => node.text)).toEqual(['Tổ chức hội thi tìm hiểu pháp luật về bình đẳng giới', 'Viết bài;', 'Đăng ngày 8/3 trên bảng tin'])
})

test('a page copied from a PDF is put together, also where a cut line begins with a capital', () => {
  const text = `1. Bảo đảm môi trường học tập bình đẳng giữa nam và nữ trong
Trường Mầm non Hoa Sen, không định kiến, không bạo lực.
2. Phối hợp với Ủy ban nhân dân phường, Công an phường và Hội
Liên hiệp Phụ nữ phường.
3. Kiểm tra.
4. Báo cáo.`
  expect(pasted({ text }, 'objectives').map((node) => node.text)).toEqual([
    'Bảo đảm môi trường học tập bình đẳng giữa nam và nữ trong Trường Mầm non Hoa Sen, không định kiến, không bạo lực.',
    'Phối hợp với Ủy ban nhân dân phường, Công an phường và Hội Liên hiệp Phụ nữ phường.',
    'Kiểm tra.',
    'Báo cáo.',
  ])
})

test('the closing sentence, recipients and signature of a copied plan are left out', () => {
  const text = 'I. NỘI DUNG\n1. Tập huấn.\nTrên đây là Kế hoạch năm 2026 của nhà trường./.\nNơi nhận:\n- Lưu: VT.\nHIỆU TRƯỞNG'
  expect(outline(pasted({ text }))).toEqual(['section NỘI DUNG', '  task Tập huấn.'])
})

test('a date or amount at the beginning of a line is no number of a list', () => {
  expect(pasted({ text: '20/10 gặp mặt nữ giáo viên\n1.000 lượt học sinh' }, 'tasks').map((node) => node.text)).toEqual([
    '20/10 gặp mặt nữ giáo viên 1.000 lượt học sinh',
  ])
  expect(pasted({ text: 'Gặp mặt 20/10.\n8/3 tọa đàm.' }, 'tasks').map((node) => node.text)).toEqual(['Gặp mặt 20/10.', '8/3 tọa đàm.'])
})

test('lists of a browser or Google Docs keep their depth', () => {
  const html = '<ul><li>Truyền thông<ul><li>Viết <b>bài</b> &amp; ảnh</li></ul></li><li>Tập huấn</li></ul><p>Khác</p>'
  expect(outline(pasted({ html }, 'tasks'))).toEqual(['section Truyền thông', '  task Viết bài & ảnh', 'task Tập huấn', 'task Khác'])
})

test('what Word puts on the clipboard is read without its markup', () => {
  const html = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>1.<span>&nbsp;&nbsp; </span></span><![endif]>Kiện toàn Ban</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>-<span>&nbsp;</span></span><![endif]>Ban hành quyết
định<o:p></o:p></p>
<script>alert(1)</script><!--EndFragment--></body></html>`
  expect(outline(pasted({ html }, 'tasks'))).toEqual(['section Kiện toàn Ban', '  task Ban hành quyết định'])
})

test('a table of tasks brings leader, time and product along, from html and from plain text', () => {
  const html = `<table><tr><th>TT</th><th>Nội dung</th><th>Chủ trì</th><th>Thời gian</th><th>Sản phẩm</th></tr>
    <tr><td>1</td><td><p>Tọa đàm 8/3</p></td><td>Công đoàn</td><td>06/03/2026</td><td>Ảnh</td></tr></table>`
  const text = 'TT\tNội dung\tChủ trì\tThời gian\tSản phẩm\n1\tTọa đàm 8/3\tCông đoàn\t06/03/2026\tẢnh'
  for (const clipboard of [{ html }, { text }]) {
    expect(pasted(clipboard, 'tasks')).toMatchObject([
      { kind: 'task', text: 'Tọa đàm 8/3', lead: { role: 'union' }, dueOn: '2026-03-06', product: 'Ảnh' },
    ])
  }
})

test('another table becomes lines of its cells', () => {
  const html = '<table><tr><td>UBND xã</td><td>12/KH</td></tr></table>'
  expect(pasted({ html }, 'tasks').map((node) => node.text)).toEqual(['UBND xã – 12/KH'])
})

test('nothing pasted is nothing', () => {
  expect(pasted({ text: ' \n\n' })).toEqual([])
  expect(pasted({ html: '<p>&nbsp;</p>' })).toEqual([])
  expect(htmlLines('<p>a < b & c</p>').map((line) => line.text)).toEqual(['a < b & c'])
})

test('pasted lines go behind the chosen line, renumbered, and never below level 5', () => {
  const plan = [
    aNode({ id: 'II', position: 'A', kind: 'section', part: 'tasks', text: 'NHIỆM VỤ' }),
    aNode({ id: '1', parentId: 'II', position: 'A', kind: 'section', text: 'Truyền thông' }),
    aNode({ id: 'a', parentId: '1', position: 'A', kind: 'task', text: 'Cũ' }),
    aNode({ id: 'z', parentId: '1', position: 'B', kind: 'task', text: 'Sau' }),
  ]
  const nodes = pasted({ text: '1. Mới\na) Một\n- Hai\n+ Ba\n2. Cuối' }, 'tasks')
  const after = applyChange(plan, pasteAfter(plan, 'a', nodes))
  const labels = labelsOf(treeOf(after))
  expect(inReadingOrder(after).map(({ node, depth }) => `${depth} ${labels.get(node.id)} ${node.text}`)).toEqual([
    '1 I. NHIỆM VỤ',
    '2 1. Truyền thông',
    '3 a) Cũ',
    '3 b) Mới',
    '4 - Một',
    '5 + Hai',
    '5 + Ba',
    '3 c) Cuối',
    '3 d) Sau',
  ])
})
