/// <reference types="vite/client" />

/** The words of the navigation of every module (`<module>.nav…`), by language; see `tools/vite-words.ts`. */
declare module 'virtual:nav-words' {
  const words: Readonly<Record<'vi' | 'en', Readonly<Record<string, import('@lingui/message-utils/compileMessage').CompiledMessage>>>>
  export default words
}
