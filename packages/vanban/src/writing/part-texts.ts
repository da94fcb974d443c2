import type { Form } from './form.ts'
import type { Ending, Layout, Part, Signature } from './parts.ts'

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
      return [...(part.left === null ? [] : signatureTexts(part.left)), ...inOrder(part)]
    case 'chart':
      return []
  }
}

/** Beside one signature the recipients come first, below two they come last. */
function inOrder({ recipients, left, right }: Ending): readonly string[] {
  const list = recipients.length > 0 ? ['Nơi nhận:', ...recipients] : []
  return left === null ? [...list, ...signatureTexts(right)] : [...signatureTexts(right), ...list]
}

function signatureTexts({ titles, name }: Signature): readonly string[] {
  return [...titles, ...(name === null ? [] : [name])]
}
