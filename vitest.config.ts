import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'tools/**/*.test.ts', 'testing/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['testing/global-setup.ts'],
    maxWorkers: 2,
    // Every file has a database of its own and no module keeps state: the product is loaded once a worker, not once a file.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
