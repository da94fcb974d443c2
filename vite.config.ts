import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { installable } from './tools/vite-installable.ts'
import { screens } from './tools/vite-screens.ts'
import { precompress } from './tools/vite-precompress.ts'
import { words } from './tools/vite-words.ts'

const root = import.meta.dirname

/** Chrome 109 is the last one for Windows 7 and 8.1, which many schools still have. */
const OLDEST_BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari15.6']

/** A stylesheet in the head would hold back the frame in index.html; after it, only what comes later waits. */
function stylesAfterFrame(): Plugin {
  return {
    name: 'songhanh-styles-after-frame',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(/^\s*<link rel="stylesheet"[^>]*>\n?/gm) ?? []
        return links.reduce((page, link) => page.replace(link, ''), html).replace('</body>', `${links.join('')}</body>`)
      },
    },
  }
}

export default defineConfig({
  root: join(root, 'src/app/web'),
  publicDir: 'public',
  // React has had useSyncExternalStore since 18; the shim for older ones is dead weight
  resolve: {
    alias: [
      { find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/, replacement: 'use-sync-external-store/with-selector' },
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
    ],
  },
  plugins: [words(join(root, 'src')), screens(join(root, 'src')), react(), stylesAfterFrame(), installable(), precompress(join(root, 'dist/web'))],
  build: {
    target: OLDEST_BROWSERS,
    outDir: join(root, 'dist/web'),
    emptyOutDir: true,
    // read by tools/checks/sizes.ts
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 1024,
    // what the first load needs is two files: ours, and the libraries, which stay the same over most releases
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/giup-do': 'http://localhost:8080', '/get-help': 'http://localhost:8080' } },
})
