declare module '#platform/i18n/messages.ts' {
  interface MessageSources {
    app: typeof import('./vi.json')
  }
}
export {}
