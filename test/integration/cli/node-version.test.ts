import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'keyquay-node-'))
const home = join(folder, 'home')

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A Node of this machine that is too old, if there is one. */
function oldNode(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, 'node'))
    .filter((file) => existsSync(file))
    .find(
      (file) => Number.parseInt(spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout, 10) < 22
    )
}

function expectRefusal({ status, stderr }: { status: number | null; stderr: string }): void {
  expect(stderr).toMatch(/^kq needs Node 22 or newer and this is Node \d+\.\d+\.\d+; nothing was opened\./)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
  expect(existsSync(home)).toBe(false)
}

describe('check 99: kq on a Node that is too old', () => {
  it('stops with one sentence before anything is opened', () => {
    const pretend = join(folder, 'pretend.cjs')
    writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })\n")
    expectRefusal(
      spawnSync(process.execPath, ['-r', pretend, 'out/main/cli.js', '--home', home, 'status'], { encoding: 'utf8' })
    )
  })

  it.skipIf(oldNode() === undefined)('does so on the real one of this machine', () => {
    expectRefusal(spawnSync(oldNode() ?? '', ['out/main/cli.js', '--home', home, 'status'], { encoding: 'utf8' }))
    expect(readdirSync(folder)).not.toContain('home')
  })
})
