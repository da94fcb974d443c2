import '#platform/i18n/messages.ts'

declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    facts: typeof import('./vi.json')
  }
}
