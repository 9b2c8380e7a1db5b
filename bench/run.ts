import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { bundle } from '../test/fixtures/vaults/build-worker.ts'

/** One line of the table: a median in milliseconds, the spread of the runs, and the ratio to what it is compared with. */
interface Figure {
  readonly part: string
  readonly what: string
  readonly medianMs: number
  readonly lowMs: number
  readonly highMs: number
  readonly ratio: string
}

const PARTS = ['vault', 'reminders']
const RESULTS = 'bench/results.json'
const README = 'bench/README.md'

const chosen = process.argv.slice(2)
const unknown = chosen.find((part) => !PARTS.includes(part))
if (unknown !== undefined) {
  process.stderr.write(`There is no part ${unknown}; there are: ${PARTS.join(', ')}.\n`)
  process.exit(2)
}

const measured: Figure[] = []
for (const part of chosen.length > 0 ? chosen : PARTS) {
  const program = await bundle(`bench/${part}.ts`, `bench-${part}`)
  // Each part in a process of its own, so that none inherits the other's heap.
  const { status, stdout } = spawnSync(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8'
  })
  rmSync(dirname(program), { recursive: true, force: true })
  if (status !== 0) process.exit(status ?? 1)
  measured.push(...(JSON.parse(stdout) as Omit<Figure, 'part'>[]).map((figure) => ({ part, ...figure })))
}

const kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as { figures: Figure[] }).figures : []
const figures = [...kept.filter(({ part }) => !measured.some((figure) => figure.part === part)), ...measured]
const machine = `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${String(Math.round(totalmem() / 2 ** 30))} GiB, Node ${process.versions.node}`
const date = new Date().toISOString().slice(0, 10)
writeFileSync(RESULTS, `${JSON.stringify({ date, machine, figures }, null, 2)}\n`)
writeTable()

function writeTable(): void {
  const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  const rows = figures.map(
    ({ what, medianMs, lowMs, highMs, ratio }) =>
      `| ${what} | ${ms(medianMs)} | ${ms(lowMs)} to ${ms(highMs)} | ${ratio} |`
  )
  const table = [
    `Measured ${date} on ${machine}.`,
    '',
    '| what | median ms | range | ratio |',
    '|---|--:|--:|---|',
    ...rows
  ].join('\n')
  const page = readFileSync(README, 'utf8')
  writeFileSync(README, page.replace(/<!-- table -->[\s\S]*<!-- end -->/, `<!-- table -->\n${table}\n<!-- end -->`))
  process.stdout.write(`${table}\n`)
}
