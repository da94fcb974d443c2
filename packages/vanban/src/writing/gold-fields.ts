import type { DocumentModel, Item, Section, TextItem } from '../model.ts'

/**
 * What a careful reader takes down of a document, as plain data to compare: letterhead, citations, parts with their
 * texts and tables, targets, deadlines, observances, assignments, recipients, who signs.
 */
export function goldFields(model: DocumentModel): unknown {
  const { issuer, parentIssuer, number, symbol, place, date, docType, title, addressees } = model.header
  return {
    header: { issuer, parentIssuer, number, symbol, place, date, docType, title, addressees: addressees ?? [] },
    citations: sorted(model.legalBases.map((own) => [own.type, own.number, own.symbol, own.date, own.issuer, own.subject, own.role])),
    sections: model.sections.map(sectionFields),
    targets: sorted(model.targets.map((own) => [own.subject, own.op, own.value, own.unit])),
    deadlines: sorted(distinct(model.deadlines.map((own) => [own.kind, own.date, own.qualifier]))),
    observances: sorted(distinct(model.observances.map((own) => [own.name, own.date]))),
    assignments: model.assignments.map((own) => [own.party, own.duties.length]),
    recipients: model.recipients,
    signer: model.signer,
    secretary: model.secretary ?? null,
    closing: model.closing,
  }
}

function sectionFields(section: Section): unknown {
  const { label, title, kind, depth, leadIns = [], items, children } = section
  // A part that begins with its text is named by the first words of it.
  return { label, title: section.runIn ? null : title, kind, depth, leadIns, items: items.map(itemFields), children: children.map(sectionFields) }
}

function itemFields(item: Item): unknown {
  return 'table' in item ? [item.table.head, item.table.rows.map(rowFields)] : textFields(item)
}

/** A row of one text spans the table, whether the cells that it covers are given or not; hard line breaks are blanks. */
function rowFields(row: readonly string[]): readonly string[] {
  const cells = row.map((cell) => cell.replaceAll('\n', ' '))
  return cells.slice(1).every((cell) => cell === '') ? cells.slice(0, 1) : cells
}

function textFields({ marker, text, items }: TextItem): unknown {
  return [marker, text, items.map(textFields)]
}

function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}

function distinct(rows: readonly unknown[]): readonly unknown[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
