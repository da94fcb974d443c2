/// <reference types="vite/client" />

/** The words of the navigation of every module (`<module>.nav…`); see `tools/vite-words.ts`. */
declare module 'virtual:nav-words/*' {
  const words: Readonly<Record<string, string>>
  export default words
}
