import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findEnvFiles } from '@main/envfiles/find'
import { sandbox, type Sandbox } from '../../fixtures/envfiles/support'

let home: Sandbox
beforeEach(() => {
  home = sandbox()
})
afterEach(() => {
  home.remove()
})

const put = (...paths: string[]) => {
  for (const path of paths) {
    mkdirSync(dirname(home.path(path)), { recursive: true })
    writeFileSync(home.path(path), 'A=1\n')
  }
}
const found = async (limits = {}) => {
  const { files, truncated } = await findEnvFiles(home.folder, limits)
  return { paths: files.map(({ path, kind }) => (kind === 'env' ? path : `${path} (${kind})`)), truncated }
}

describe('finding env files', () => {
  it('knows them by name, and examples and programs apart', async () => {
    put('.env', '.env.local', '.env.production.local', '.envrc', '.envrc.local', '.env_file', 'env.list', 'web.env')
    put('.env.example', '.env.sample', '.env.template', 'app.example.env', '.env.bak', '.env-test', '.flaskenv')
    put('.dev.vars', 'environment', 'env.ts', '.env.d.ts', '.env.md', '.environment', 'venv.py', 'a.envx')
    put(`.env.keyquay-12-${'a'.repeat(24)}.tmp`)
    expect((await found()).paths).toEqual([
      ...['.dev.vars', '.env', '.env-test', '.env.bak', '.env.example (example)', '.env.local'],
      ...['.env.production.local', '.env.sample (example)', '.env.template (example)', '.env_file'],
      ...['.envrc (shell)', '.envrc.local (shell)', '.flaskenv', 'app.example.env (example)', 'env.list', 'web.env']
    ])
  })

  it('looks below, but not into dependencies, builds, git and links', async () => {
    put('apps/web/.env', 'apps/api/config/.env', 'node_modules/x/.env', '.git/.env', 'dist/.env', 'out/.env')
    put('apps/web/node_modules/x/.env', 'vendor/x/.env', '.venv/.env', 'target/.env')
    mkdirSync(home.path('.env.d'))
    symlinkSync(home.path('apps'), home.path('linked'))
    symlinkSync(home.path('apps/web/.env'), home.path('.env'))
    symlinkSync('..', home.path('apps', 'ring'))
    expect(await found()).toEqual({ paths: ['apps/api/config/.env', 'apps/web/.env'], truncated: false })
  })

  it('answers whole paths', async () => {
    put('a/.env')
    expect((await findEnvFiles(home.folder)).files).toEqual([
      { file: home.path('a', '.env'), path: 'a/.env', kind: 'env' }
    ])
  })

  it('stops at its limits, nearest first, and says so', async () => {
    put('.env', '1/.env', '1/2/.env', '1/2/3/.env')
    expect(await found({ depth: 1 })).toEqual({ paths: ['.env', '1/.env'], truncated: true })
    expect(await found({ files: 3 })).toEqual({ paths: ['.env', '1/.env', '1/2/.env'], truncated: true })
    expect(await found({ files: 4 })).toMatchObject({ truncated: false })
    expect(await found({ entries: 2 })).toEqual({ paths: ['.env'], truncated: true })
  })

  it('passes over what cannot be read, and a folder that is not there', async () => {
    put('.env', 'closed/.env')
    chmodSync(home.path('closed'), 0)
    expect((await found()).paths).toContain('.env')
    chmodSync(home.path('closed'), 0o700)
    expect(await findEnvFiles(home.path('nowhere'))).toEqual({ files: [], truncated: false })
  })
})
