declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    advice: typeof import('./vi.json')
  }
}
import '#platform/i18n/messages.ts'
