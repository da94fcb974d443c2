import type { Form } from './form.ts'
import type { Layout, Part } from './parts.ts'

/** The texts of a layout in the order in which they are printed: for tests of writers and for searching. */
export function partTexts(layout: Layout): readonly string[] {
  return layout.sheets.flatMap((sheet) => sheet.parts.flatMap((part) => textsOf(part, layout.form)))
}

function textsOf(part: Part, form: Form): readonly string[] {
  switch (part.kind) {
    case 'letterhead':
      return [
        part.parent.join(' '),
        part.issuer.join(' '),
        form.nationalTitle,
        form.motto,
        part.number ?? '',
        part.abstract.join(' '),
        part.draft ?? '',
        part.placeAndDate.join(' '),
      ].filter((text) => text !== '')
    case 'centred':
      return [part.lines.join(' ')]
    case 'addressees':
      return [part.intro, ...part.names]
    case 'heading':
    case 'paragraph':
      return [part.runs.map((run) => run.text).join('')]
    case 'table':
      return [...part.head, ...part.rows].flat().map((cell) => cell.lines.join(' '))
    case 'ending':
      return [...(part.recipients.length > 0 ? ['Nơi nhận:'] : []), ...part.recipients, ...part.titles, ...(part.name === null ? [] : [part.name])]
  }
}
