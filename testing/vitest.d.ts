import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the throw-away database server of this run listens. */
    database: { host: string; port: number; user: string }
  }
}
