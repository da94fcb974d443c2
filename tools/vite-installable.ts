import { VitePWA } from 'vite-plugin-pwa'

/** Addresses that never come from the device: answers of the server, public pages, confidential reports, one-time links. */
const NEVER_FROM_DEVICE = [/^\/api(\/|$)/, /^\/cong(\/|$)/, /^\/giup-do(\/|$)/, /^\/get-help(\/|$)/, /^\/mat-khau(\/|$)/]

/**
 * The app that can be installed: its manifest, and a service worker that keeps the program's own files and nothing else.
 * There is no run-time cache: no answer of the server is ever kept by it. A new version waits until the person takes it.
 */
export function installable() {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    filename: 'sw.js',
    manifestFilename: 'song-hanh.webmanifest',
    manifest: {
      id: '/',
      name: 'Song Hành: vì sự tiến bộ của phụ nữ và bình đẳng giới',
      short_name: 'Song Hành',
      description: 'Lập kế hoạch, ghi hoạt động và báo cáo công tác vì sự tiến bộ của phụ nữ và bình đẳng giới trong ngành Giáo dục',
      lang: 'vi',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#f4f7f8',
      theme_color: '#0b4f5c',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      shortcuts: [{ name: 'Ghi nhanh hoạt động', short_name: 'Ghi nhanh', url: '/hoat-dong/ghi', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] }],
    },
    workbox: {
      globPatterns: ['index.html', 'assets/*.{js,css,woff2}', 'icons/icon.svg'],
      navigateFallback: '/index.html',
      navigateFallbackDenylist: NEVER_FROM_DEVICE,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      sourcemap: false,
    },
  })
}
