declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    reports: typeof import('./vi.json')
  }
}
