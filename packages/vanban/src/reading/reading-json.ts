import type { DocumentModel, Section } from '../model.ts'
import { countItems } from './walk.ts'

/** A section with the number of its content units, in which a table counts its rows. */
export interface CountedSection extends Omit<Section, 'children'> {
  readonly itemCount: number
  readonly children: readonly CountedSection[]
}

/** The reading as other programs take it: the model, every section with its `itemCount`. */
export interface Reading extends Omit<DocumentModel, 'sections'> {
  readonly sections: readonly CountedSection[]
}

const counted = (section: Section): CountedSection => ({ ...section, itemCount: countItems(section), children: section.children.map(counted) })

/** Plain data for `JSON.stringify`. */
export function toReading(model: DocumentModel): Reading {
  return { ...model, sections: model.sections.map(counted) }
}
