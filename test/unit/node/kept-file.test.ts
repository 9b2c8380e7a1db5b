import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeviceKeyFile } from '../../../src-main/node/device-key-file'
import { homeIn } from '../../../src-main/node/home'
import { createKeptFile } from '../../../src-main/node/kept-file'
import { createLeftHereFile } from '../../../src-main/node/left-here-file'
import { reminderPorts } from '../../../src-main/node/reminder-ports'
import { createManualClock } from '../../fakes/manual-clock'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyquay-kept-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('what is kept of a vault outside of it', () => {
  const key = { backend: 'gnome_libsecret', sealed: new Uint8Array([1, 2, 3]) }

  it('is there for that vault, and not for another one in the same place', () => {
    const keeper = { vaultId: 'one' }
    const file = createDeviceKeyFile(createKeptFile(join(folder, 'device-key.json'), keeper))
    file.write(key)
    expect(file.read()).toEqual(key)
    keeper.vaultId = 'other'
    expect(file.read()).toBeNull()
    keeper.vaultId = 'one'
    expect(file.read()).toEqual(key)
  })

  it('is there for every vault where it was written before it said for which', () => {
    writeFileSync(join(folder, 'device-key.json'), '{"backend":"gnome_libsecret","sealed":"AQID"}')
    const file = createDeviceKeyFile(createKeptFile(join(folder, 'device-key.json'), { vaultId: 'one' }))
    expect(file.read()).toEqual(key)
  })

  it('tells nothing left here from something that cannot be understood', () => {
    const path = join(folder, 'left-here.json')
    const file = createLeftHereFile(path)
    expect(file.read()).toBe('none')
    writeFileSync(path, '{"vaultId":"one"')
    expect(file.read()).toBeNull()
    const left = { vaultId: 'one', sequence: 7, hash: 'a'.repeat(64) }
    file.write(left)
    expect(file.read()).toEqual(left)
  })
})

it('schedules of other vaults are removed, and not the one of the vault that is open', () => {
  const own = homeIn(folder, null)
  const elsewhere = homeIn(folder, join(folder, 'stick'))
  const scheduleIn = (state: string): string => join(state, 'reminders-while-locked.json')
  mkdirSync(elsewhere.stateFolder, { recursive: true })
  for (const { stateFolder } of [own, elsewhere]) writeFileSync(scheduleIn(stateFolder), '{}')
  reminderPorts(elsewhere, { vaultId: null }, createManualClock()).removeOtherSchedules()
  expect([own, elsewhere].map(({ stateFolder }) => existsSync(scheduleIn(stateFolder)))).toEqual([false, true])
})
