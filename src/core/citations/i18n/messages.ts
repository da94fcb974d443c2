import '#platform/i18n/messages.ts'

declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    citations: typeof import('./vi.json')
  }
}
