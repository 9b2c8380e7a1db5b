import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundle } from '../test/fixtures/vaults/build-worker.ts'
import type { Figure } from './figures.ts'
import { parts, type PartName } from './parts.ts'
import { peers, type PeerName } from './peers.ts'
import { writeReport } from './report.ts'

// Measures the parts that are named, or all: each in a process of its own, so that none inherits the other's heap.
const names = Object.keys(parts) as PartName[]
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  process.stderr.write(`There is no part ${unknown}; there are: ${names.join(', ')}.\n`)
  process.exit(2)
}
const chosen = names.filter((name) => asked.length === 0 || asked.includes(name))

const startedAt = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
try {
  preparePeers()
  await prepareHomes()
  const measured = new Map<PartName, Figure[]>()
  for (const name of chosen) {
    process.stderr.write(`${name}\n`)
    try {
      measured.set(name, JSON.parse(await start(`bench/parts/${name}.ts`, [])) as Figure[])
    } catch (error) {
      // The other parts are not lost with it.
      fail(error)
    }
  }
  writeReport(measured)
} catch (error) {
  fail(error)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stderr.write(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s\n`)

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

function preparePeers(): void {
  const wanted = new Set(chosen.flatMap((name): readonly PeerName[] => parts[name].peers ?? []))
  for (const name of wanted) peers[name].prepare()
}

async function prepareHomes(): Promise<void> {
  const sizes = new Set(chosen.flatMap((name): readonly number[] => parts[name].homes ?? []))
  if (sizes.size > 0) await start('bench/homes.ts', [folder, ...[...sizes].map(String)])
  const databases = new Set(chosen.flatMap((name): readonly number[] => parts[name].keepass ?? []))
  if (databases.size > 0) await start('bench/kdbx.ts', [folder, ...[...databases].map(String)])
}

/** Bundles a program, runs it, and answers what it printed. Throws when it fails. */
async function start(entry: string, args: readonly string[]): Promise<string> {
  const program = await bundle(entry, `bench-${entry.replaceAll(/\W/g, '-')}`)
  try {
    const { status, signal, stdout } = spawnSync(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, BENCH_HOMES: folder },
      encoding: 'utf8'
    })
    if (status !== 0) throw new Error(`${entry} ended with ${String(status ?? signal)}`)
    return stdout
  } finally {
    rmSync(dirname(program), { recursive: true, force: true })
  }
}
