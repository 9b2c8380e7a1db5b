import { defineConfig } from '@playwright/test'

/** Takes the pictures of `npm run shots`. No test: it says nothing but what the window looks like. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.shots.ts',
  outputDir: '../../shots/failed',
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { trace: 'off' }
})
