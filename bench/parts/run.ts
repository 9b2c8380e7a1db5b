import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeKeys } from '../../test/fixtures/make-keys'
import { openAgent } from '../agent'
import { aimFor, keep, tellFigures, times } from '../figures'
import { kq } from '../kq'
import { inTurn } from '../measure'
import { dotenvxProgram } from '../peers'
import { outputOf, timeOf, type Program } from '../programs'

const COUNT = 1_000
const NAME = 'BENCH_API_KEY'
const ROUNDS = 15

const folder = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
const home = join(process.env.BENCH_HOMES ?? '', String(COUNT))
const { id, secret } = firstKey()
const references = join(folder, 'references.env')
const encrypted = join(folder, '.env')
const dotenvx = (...args: readonly string[]): Program => ({
  command: [process.execPath, dotenvxProgram, ...args],
  cwd: folder
})
const inFolder = (program: Program): Program => ({ ...program, cwd: folder })

const agent = await openAgent(home)
try {
  writeFileSync(references, `${NAME}=keyquay://key/${id}\n`)
  await outputOf(dotenvx('set', NAME, secret, '-f', encrypted))
  if (readFileSync(encrypted, 'utf8').includes(secret)) throw new Error('dotenvx did not encrypt the value')
  await measureRuns()
  await measureWrites()
} finally {
  await agent.end()
  rmSync(folder, { recursive: true, force: true })
}
tellFigures()

async function measureRuns(): Promise<void> {
  const ours = (...command: readonly string[]): Program =>
    inFolder(kq(home, ['run', '--env-file', references, '--no-mask', '--', ...command]))
  const theirs = (...command: readonly string[]): Program => dotenvx('run', '-q', '-f', encrypted, '--', ...command)
  for (const program of [ours, theirs]) {
    if ((await outputOf(program('printenv', NAME))).trim() !== secret) throw new Error('the value did not arrive')
  }
  const bare: Program = { command: [process.execPath, '-e', '0'] }
  const spreads = await inTurn(
    { bare: () => timeOf(bare), kq: () => timeOf(ours('true')), dotenvx: () => timeOf(theirs('true')) },
    ROUNDS
  )
  const overBare = spreads.kq.median / spreads.bare.median
  const overDotenvx = spreads.dotenvx.median / spreads.kq.median
  keep('bare node: node -e 0', 'ms', spreads.bare)
  keep(
    'kq run --env-file … -- true, vault unlocked',
    'ms',
    spreads.kq,
    times(overBare, 'bare node'),
    aimFor(overBare, { below: 4 })
  )
  keep(
    'dotenvx run -- true, encrypted file',
    'ms',
    spreads.dotenvx,
    times(overDotenvx, 'kq run'),
    aimFor(overDotenvx, { atLeast: 3 })
  )
}

async function measureWrites(): Promise<void> {
  const plain = join(folder, 'written.env')
  writeFileSync(plain, `FIRST=1\n${NAME}=old\nLAST=1\n`)
  const keys = [...makeKeys(COUNT)].slice(0, 2)
  // Another value each time, so that there is something to write.
  const write = (round: number): Program =>
    inFolder(kq(home, ['env', 'write', keys[round % 2]?.id ?? '', '--file', plain, '--as', NAME, '--yes', '--no-bind']))
  const set = (round: number): Program => dotenvx('set', NAME, `value-${String(round)}`, '-f', encrypted)
  const spreads = await inTurn({ kq: (round) => timeOf(write(round)), dotenvx: (round) => timeOf(set(round)) }, ROUNDS)
  const ratio = spreads.dotenvx.median / spreads.kq.median
  keep('dotenvx set, encrypted file', 'ms', spreads.dotenvx)
  keep('kq env write, vault unlocked', 'ms', spreads.kq, times(ratio, 'faster'))
}

function firstKey(): { id: string; secret: string } {
  const [key] = [...makeKeys(COUNT)]
  return { id: key?.id ?? '', secret: new TextDecoder().decode(key?.secret ?? new Uint8Array()) }
}
