import type { Screen } from '#platform/web/screen.ts'

export interface ModuleScreen extends Screen {
  /** Name of the module's folder: its words are loaded with the screen. */
  readonly module: string
}

type Manifest = { readonly screens: readonly Screen[] }

const manifests: Readonly<Record<string, Manifest>> = import.meta.glob('../../{core,modules}/*/web/screens.ts', { eager: true })

/** Every screen of every module: a module adds its own by having `web/screens.ts`. */
export const screens: readonly ModuleScreen[] = Object.entries(manifests).flatMap(([file, manifest]) =>
  manifest.screens.map((screen) => ({ ...screen, module: file.split('/')[3]! })),
)
