/**
 * The catalogs whose keys the compiler knows. Every module adds its own, in `<module>/i18n/messages.ts`:
 *
 *     import '#platform/i18n/messages.ts'
 *
 *     declare module '#platform/i18n/messages.ts' {
 *       interface MessageSources { plans: typeof import('./vi.json') }
 *     }
 */
export interface MessageSources {}

type KeysOf<Source> = Source extends { readonly default: infer Words } ? keyof Words & string : keyof Source & string

/** A key of any module's `vi.json`, such as `plans.title`. */
export type MessageKey = { [Source in keyof MessageSources]: KeysOf<MessageSources[Source]> }[keyof MessageSources]

/** What fills the ICU arguments of a message. Days, instants and money come in already formatted. */
export type MessageParams = Readonly<Record<string, string | number>>

/** A message, or a message with what fills it: what every label of the kit takes. */
export type Words = MessageKey | readonly [key: MessageKey, params: MessageParams]

/** Flat `key → ICU message` of one language. */
export type Catalog = Readonly<Record<string, string>>
