import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every test has a home and an app of its own, so a long file need not be one worker's work.
  fullyParallel: true,
  // Without the types of packages among its paths: what stands there is loaded.
  tsconfig: './test/e2e/tsconfig.json',
  // Each spec opens an app of its own, with its own home, and waits for it a third of the time.
  workers: Math.max(2, Math.min(4, Math.ceil(availableParallelism() * 1.5))),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list']],
  use: { trace: 'off' }
})
