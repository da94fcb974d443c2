declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    plans: typeof import('./vi.json')
  }
}
import '#platform/i18n/messages.ts'
