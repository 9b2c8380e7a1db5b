import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const project = (name: string, more: object = {}): object => ({
  extends: true,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...more }
})

export default defineConfig({
  resolve: {
    alias: {
      '@contract': from('./src-preload/contract'),
      '@main': from('./src-main'),
      '@renderer': from('./src-renderer')
    }
  },
  test: {
    restoreMocks: true,
    // Both processors may be busy with other stages.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('unit'),
      project('contract'),
      project('architecture'),
      project('supply'),
      project('security'),
      project('integration'),
      project('built'),
      project('standin', { fileParallelism: false }),
      project('packaged'),
      project('peers'),
      project('usage')
    ]
  }
})
