import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import type { DocumentModel, Section, TextItem } from '@songhanh/vanban/model'
import { samplePlan } from '@songhanh/vanban/writing/samples'
import { writePdf } from '@songhanh/vanban/writing/pdf'

/** An invented plan that prints on so many pages: the tasks of the sample plan, repeated with other numbers. */
export async function planOfPages(pages: number): Promise<DocumentModel> {
  await using pool = createReaderPool({ children: 1 })
  const sample = samplePlan()
  const body = sample.sections.filter((section) => section.kind !== 'appendix')
  const pagesOf = async (model: DocumentModel): Promise<number> => {
    const outcome = await pool.read({ name: 'x.pdf', bytes: await writePdf(model) })
    if (!outcome.ok) throw new Error(`the plan of the bench does not read: ${outcome.reason}`)
    return outcome.raw.pages ?? 0
  }
  const withTasks = (count: number): DocumentModel => ({ ...sample, sections: body.map((section) => (section.kind === 'tasks' ? { ...section, children: tasks(section, count) } : section)) })
  let [few, many] = [1, 400]
  while (few < many) {
    const count = Math.floor((few + many) / 2)
    if ((await pagesOf(withTasks(count))) < pages) few = count + 1
    else many = count
  }
  const model = withTasks(few)
  if ((await pagesOf(model)) !== pages) throw new Error(`no plan of ${pages} pages`)
  return model
}

/** So many headings of tasks, made of those that the section has. */
function tasks(section: Section, count: number): readonly Section[] {
  const known = section.children
  return Array.from({ length: count }, (_, at) => {
    const from = known[at % known.length]!
    const items = itemsUnder(from).map((item) => ({ ...item, text: `${item.text} (đợt ${at + 1})` }))
    return { ...from, label: String(at + 1), title: `${from.title} (đợt ${at + 1})`, children: [], items }
  })
}

function itemsUnder({ items, children }: Section): TextItem[] {
  return [...items.filter((item) => 'text' in item), ...children.flatMap(itemsUnder)]
}
