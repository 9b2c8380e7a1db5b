import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { at } from './paths.mjs'

/**
 * Runs `work` while no other process of this repository runs work of the same name:
 * two tasks started side by side must not install or build into the same folder at once.
 */
export async function withLock(name, work) {
  const path = at('.cache', `${name}.lock`)
  mkdirSync(at('.cache'), { recursive: true })
  while (!take(path)) await wait(200)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld(path)) rmSync(path, { force: true })
    return false
  }
}

function isHeld(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // Between creation and its first byte the file reads as pid 0.
    if (pid > 0) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
