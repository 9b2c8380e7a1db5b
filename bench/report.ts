import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Figure } from './figures.ts'
import { parts, type PartName } from './parts.ts'
import { peers, type PeerName } from './peers.ts'

/** What was measured of one part, when and with what. */
interface Measured {
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly figures: readonly Figure[]
}

const RESULTS = 'bench/results.json'
const README = 'bench/README.md'

/** Puts the parts that were measured into the results, leaves the others as they were, and writes the tables anew. */
export function writeReport(measured: ReadonlyMap<PartName, readonly Figure[]>): void {
  const kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, Measured>) : {}
  const date = new Date().toISOString().slice(0, 10)
  const now = (name: PartName): Measured => ({
    date,
    machine: machine(),
    versions: versionsOf(parts[name].peers ?? []),
    figures: measured.get(name) ?? []
  })
  const results = Object.fromEntries(
    (Object.keys(parts) as PartName[])
      .map((name) => [name, measured.has(name) ? now(name) : kept[name]] as const)
      .filter((entry): entry is [PartName, Measured] => entry[1] !== undefined)
  )
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
  const tables = Object.entries(results).map(([name, part]) => tableOf(parts[name as PartName].title, part))
  const text = tables.join('\n\n')
  const page = readFileSync(README, 'utf8')
  // A function, because a replacement text gives dollar signs a meaning.
  const put = (): string => `<!-- tables -->\n\n${text}\n\n<!-- end -->`
  writeFileSync(README, page.replace(/<!-- tables -->[\s\S]*<!-- end -->/, put))
  const shown = Object.entries(results).filter(([name]) => measured.has(name as PartName))
  process.stdout.write(`${shown.map(([name, part]) => tableOf(parts[name as PartName].title, part)).join('\n\n')}\n`)
}

function tableOf(title: string, { date, machine: where, versions, figures }: Measured): string {
  const withAims = figures.some(({ aim }) => aim !== undefined)
  const others = Object.entries(versions).map(([name, version]) => `, ${name} ${version}`)
  const rows = figures.map(({ what, unit, median, low, high, note, aim }) => {
    const range = low === high ? '' : `${number(low)} to ${number(high)}`
    const verdict = aim === undefined ? '' : `${aim.text}: ${aim.met ? 'met' : '**missed**'}`
    return `| ${[what, `${number(median)} ${unit}`, range, note, ...(withAims ? [verdict] : [])].join(' | ')} |`
  })
  return [
    `### ${title}`,
    '',
    `${date}, ${where}${others.join('')}.`,
    '',
    `| what | median | range | compared |${withAims ? ' aim |' : ''}`,
    `|---|--:|--:|---|${withAims ? '---|' : ''}`,
    ...rows
  ].join('\n')
}

function number(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${String(cpus().length)} × ${model}, ${String(memory)} GiB, Node ${process.versions.node}`
}

function versionsOf(names: readonly PeerName[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [peers[name].name, peers[name].version()]))
}
