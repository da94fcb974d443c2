import { useMeasureName } from '#core/facts/web/measure-name.ts'
import type { DefinitionView } from '../contract.ts'
import { handField } from '../model/measures.ts'
import { useFigureWords } from './indicator-words.tsx'

/** What a measure is called: a hand figure by the words of its indicator, others by those of the module that counts. */
export function useNameIn(definition: DefinitionView): (text: string) => string {
  const { name } = useFigureWords()
  const measureName = useMeasureName()
  return (text) => {
    const field = handField(text)?.field
    const { hand } = definition
    if (hand && field === 'part' && hand.kind === 'share') return name(hand.part)
    if (hand && field === 'whole' && (hand.kind === 'share' || hand.kind === 'whole')) return name(hand.whole)
    return field ? name(definition.name) : measureName(text)
  }
}

/** A measure with what of it is counted, what counts units, or a sign between two of them. */
const PART = /units_with\([^)]*\)|units\(\)|[a-z_]+\.[A-Za-z0-9_.]+(?:\[[^\]]*\])?| ([-+*/]) /g
const SIGNS: Readonly<Record<string, string>> = { '/': '÷', '*': '×', '-': '−', '+': '+' }

/** A formula with the names of its measures in quotes. */
export function useFormulaWords(definition: DefinitionView): (formula: string) => string {
  const nameOf = useNameIn(definition)
  return (formula) => formula.replace(PART, (text: string, sign: string | undefined) => (sign ? ` ${SIGNS[sign]} ` : `“${nameOf(text)}”`))
}
