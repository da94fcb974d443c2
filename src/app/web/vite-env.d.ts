/// <reference types="vite/client" />

/** The words of the navigation of every module (`<module>.nav…`); see `tools/vite-words.ts`. */
declare module 'virtual:nav-words/*' {
  const words: Readonly<Record<string, string>>
  export default words
}

/** What the first load knows of every module with screens; see `tools/vite-screens.ts`. */
declare module 'virtual:modules' {
  export const modules: readonly {
    /** First words of the module's addresses: `ke-hoach`. */
    readonly firstWords: readonly string[]
    readonly nav: readonly import('./navigation.ts').NavLink[]
    readonly load: () => Promise<{
      readonly screens: readonly import('#platform/web/screen.ts').Screen[]
      readonly words: import('#platform/web/words.ts').CatalogLoader
    }>
  }[]
}
