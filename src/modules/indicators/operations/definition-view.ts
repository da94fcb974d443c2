import type { DefinitionView } from '../contract.ts'
import type { OwnedDefinition } from '../model/catalogue-of.ts'

/** A definition as the contract has it. */
export function definitionView(definition: OwnedDefinition): DefinitionView {
  const { code, version, validFrom, name, unit, formula, splits, periods, levels, givers, direction, isFlow, source, milestones, hand, ownerId, ownerName } = definition
  return {
    code, version, validFrom, name: { ...name }, unit, formula, splits: [...splits], periods: [...periods], levels: [...levels], givers: [...givers], direction, isFlow, source,
    milestones: milestones.map((milestone) => ({ ...milestone })),
    hand: hand && structuredClone(hand) as DefinitionView['hand'],
    ownerId, ownerName,
  }
}
