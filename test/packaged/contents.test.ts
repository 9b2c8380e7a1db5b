import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { packagesIn, readArchive } from './asar.ts'
import { binary, whySkipped } from './binary.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Not in the archive: the Node of the project's tasks, which is shipped beside it for kq, and headers to build with. */
const isOutsideArchive = (name: string): boolean => /^(node-(linux|darwin|win)-\w+|node-addon-api)@/.test(name)

describe("the packaged app's archive", { timeout: 60_000 }, () => {
  test('check 94: npm sbom lists exactly the packages in the archive', (context) => {
    if (!binary) return context.skip(whySkipped)
    // What is bundled into out/ left no package behind in the archive; the full document names it.
    const listed = sbom(['--omit=dev']).filter((name) => !isOutsideArchive(name))
    expect(packagesIn(readArchive(binary))).toEqual(listed)
  })

  test('check 94: the published document names the bundled packages too', () => {
    const listed = sbom([])
    const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as { packages: Record<string, { version: string }> }
    for (const name of ['react', 'zod', 'zustand', 'electron']) {
      expect(listed).toContain(`${name}@${lock.packages[`node_modules/${name}`]?.version ?? ''}`)
    }
  })

  test('check 95: it holds the app and nothing of how the app is made', (context) => {
    if (!binary) return context.skip(whySkipped)
    const paths = [...readArchive(binary).keys()]
    expect(paths).toContain('out/main/index.js')
    expect(paths.filter((path) => !/^(out|resources|node_modules)\/|^package\.json$/.test(path))).toEqual([])
    expect(paths.filter((path) => /\.(map|tsx?|pem|key|p12)$|(^|\/)(tests?|__tests__)\/|(^|\/)\.env/.test(path))).toEqual([])
  })

  test('check 95: it holds no private key and no inlined source map', (context) => {
    if (!binary) return context.skip(whySkipped)
    const files = [...readArchive(binary)].filter(([path]) => /\.(c?js|mjs|json|html|css)$/.test(path))
    const suspicious = files.filter(([, read]) => /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[\w+/]|sourceMappingURL=data:/.test(read().toString('latin1')))
    expect(suspicious.map(([path]) => path)).toEqual([])
  })

  test('check 15: the window of a packaged app has no DevTools to open', (context) => {
    if (!binary) return context.skip(whySkipped)
    const main = [...readArchive(binary)].filter(([path]) => /^out\/main\/.*\.js$/.test(path)).map(([, read]) => read().toString())
    const settings = main.flatMap((text) => text.match(/devTools:[^,\n}]*/g) ?? [])
    expect(settings.length).toBeGreaterThan(0)
    for (const setting of settings) expect(setting).toMatch(/^devTools:\s*(false|!1|![\w.]*packaged)\s*$/i)
  })
})

/** The packages npm's CycloneDX document lists, as "name@version"; an alias goes by the name it was published under. */
function sbom(flags: string[]): string[] {
  const cli = process.env.npm_execpath
  const [command = 'npm', ...args] = cli?.includes('npm-cli') ? [process.execPath, cli] : ['npm']
  const result = spawnSync(command, [...args, 'sbom', '--sbom-format=cyclonedx', ...flags], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && command === 'npm'
  })
  const document = JSON.parse(result.stdout) as { bomFormat: string; components: { purl: string }[] }
  expect(document.bomFormat).toBe('CycloneDX')
  return document.components.map(({ purl }) => decodeURIComponent(purl.replace(/^pkg:npm\//, '').replace(/\?.*$/, ''))).sort()
}
