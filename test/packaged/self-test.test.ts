import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { binary, whySkipped } from './binary.ts'

describe('the native modules of the packaged app', { timeout: 120_000 }, () => {
  test('check 100: --self-test passes in the packaged Electron', (context) => {
    if (!binary) return context.skip(whySkipped)
    const { status, stdout, stderr } = spawnSync(binary, ['--self-test'], { encoding: 'utf8', timeout: 90_000 })
    expect(stdout, stderr).toMatch(/^Keyquay self-test: passed on Electron [\d.]+, /m)
    expect(status).toBe(0)
  })
})
