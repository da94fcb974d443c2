declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    calendar: typeof import('./vi.json')
  }
}
import '#platform/i18n/messages.ts'
