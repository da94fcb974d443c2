import type { Words } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'

/** One of a list to choose from: `label` for words of the interface, `text` for names of people, units, titles. */
export type Choice<Value extends string = string> = { readonly value: Value; readonly hint?: Words } & (
  | { readonly label: Words }
  | { readonly text: string }
)

export function textOf(choice: Choice, { t }: Translator): string {
  return 'label' in choice ? t(choice.label) : choice.text
}
