import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** The licences of what is bundled go where it goes. */
const license = { fileName: 'licenses.md' }
const contract = { '@contract': from('./src-preload/contract') }

export default defineConfig({
  main: {
    resolve: { alias: contract },
    build: {
      outDir: 'out/main',
      license,
      // Only the two native packages stay outside: everything else is bundled, so one file starts fast.
      externalizeDeps: { exclude: ['*'] },
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', '@node-rs/argon2'],
        input: {
          index: from('./src-main/index.ts'),
          cli: from('./src-main/cli.ts'),
          'store-worker': from('./src-main/store/worker.ts'),
          'mapping-worker': from('./src-main/node/mapping-worker.ts'),
          'folder-looker': from('./src-main/node/folder-looker.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: from('./src-preload/index.ts') },
        // A sandboxed preload is one CommonJS file (electronjs.org/docs/latest/tutorial/sandbox).
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: from('./src-renderer'),
    resolve: { alias: { ...contract, '@renderer': from('./src-renderer') } },
    plugins: [react()],
    build: {
      outDir: from('./out/renderer'),
      emptyOutDir: true,
      license,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: 'oxc',
      rolldownOptions: { input: from('./src-renderer/index.html') }
    }
  }
})
