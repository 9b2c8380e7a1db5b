import { chmodSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { othersWriteAround } from '@main/node/others-write'

const ME = process.getuid?.() ?? 0
const OTHER = ME + 1_000

let root: string
let vault: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'keyquay-around-')))
  vault = join(root, 'a', 'vault')
  mkdirSync(vault, { recursive: true, mode: 0o700 })
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe.skipIf(process.platform === 'win32')('whether others can put another folder in the place of a vault’s', () => {
  it('they cannot where each folder around it is one’s own or root’s to write to, as in a sticky /tmp', () => {
    expect(othersWriteAround(vault)).toBeNull()
  })

  it.each([
    ['the folder around it', 'a', 0o770],
    ['one further up', '', 0o707]
  ])('they can where %s can be written to', (_, name, mode) => {
    chmodSync(join(root, name), mode)
    expect(othersWriteAround(vault)).toBe(join(root, name))
  })

  it('they cannot move what is one’s own out of a sticky folder, but what is theirs', () => {
    chmodSync(join(root, 'a'), 0o1777)
    expect(othersWriteAround(vault)).toBeNull()
    const theirs = (path: string): { mode: number; uid: number } =>
      path === vault ? { mode: 0o40700, uid: OTHER } : lstatSync(path)
    expect(othersWriteAround(vault, theirs)).toBe(join(root, 'a'))
  })

  it('they can where a folder around it belongs to one of them', () => {
    const theirs = (path: string): { mode: number; uid: number } =>
      path === root ? { mode: 0o40755, uid: OTHER } : lstatSync(path)
    expect(othersWriteAround(vault, theirs)).toBe(root)
  })
})
