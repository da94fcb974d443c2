declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    indicators: typeof import('./vi.json')
  }
}
import '#platform/i18n/messages.ts'
