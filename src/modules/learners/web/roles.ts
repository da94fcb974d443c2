/** Laid out as cards, a table loses its roles in Safari unless they are written out. */
export const ROLE = { table: 'table', rowgroup: 'rowgroup', row: 'row', cell: 'cell', rowheader: 'rowheader' } as const
