import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const looking = globSync('../e2e/*.spec.ts', { cwd: import.meta.dirname })
  .map((file) => file.replaceAll('\\', '/').replace('../', ''))
  .filter((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').includes('violations('))

/**
 * Takes the pictures of `npm run shots`. No test: it says nothing but what the window looks like. Besides its own
 * scenes it goes through the specs of the window, which are pictured wherever axe looks.
 */
export default defineConfig({
  testDir: '..',
  tsconfig: '../e2e/tsconfig.json',
  outputDir: '../../shots/failed',
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { trace: 'off' },
  projects: [
    { name: 'scenes', testMatch: '**/shots/*.shots.ts' },
    { name: 'looks', testMatch: looking.map((file) => `**/${file}`) }
  ]
})
