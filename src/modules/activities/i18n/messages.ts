import '#platform/i18n/messages.ts'

declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    activities: typeof import('./vi.json')
  }
}
