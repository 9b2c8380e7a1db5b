import { InvalidArgumentError, type Command } from 'commander'
import type { InputOf } from '@contract/ipc'
import type { Instant } from '@contract/model/base'
import { statusClass, type StatusClass } from '@contract/model/usage'
import type { Context } from '../context'
import { collect } from '../options'
import { findConnection } from '../providers/connections'

/** Which calls are meant, as it was said on the command line. */
export interface FilterOptions {
  readonly connection?: string
  readonly since?: Instant
  readonly until?: Instant
  readonly status: string[]
  readonly method: string[]
  readonly path?: string
  readonly ip?: string
}

type Filter = NonNullable<InputOf<'usage.records'>['filter']>

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

export function withFilter(command: Command): Command {
  return command
    .option('--connection <name>', 'only this account’s')
    .option('--since <when>', 'from then on: 30m, 24h, 7d, 2w, or a date', toMoment)
    .option('--until <when>', 'up to then', toMoment)
    .option('--status <status>', 'such as 404, or 4xx; may be given several times', toStatus, [])
    .option('--method <method>', 'such as GET; may be given several times', collect, [])
    .option('--path <text>', 'only where this stands in the path')
    .option('--ip <address>', 'only from this address')
}

/** Throws `key-not-found`, `key-ambiguous`, `connection-not-found`. */
export async function toFilter({ call }: Context, key: string | undefined, options: FilterOptions): Promise<Filter> {
  const isClass = (text: string): text is StatusClass => statusClass.options.some((one) => one === text)
  return {
    connectionId: options.connection === undefined ? null : (await findConnection(call, options.connection)).id,
    keyIds: key === undefined ? [] : [(await call('keys.find', { name: key })).id],
    from: options.since ?? null,
    until: options.until ?? null,
    classes: options.status.filter(isClass),
    statuses: options.status.filter((text) => !isClass(text)).map(Number),
    methods: options.method.map((method) => method.toUpperCase()),
    path: options.path ?? '',
    ip: options.ip ?? null
  }
}

/** A time ago, such as `7d`, a date, or a moment with its time of day. */
export function toMoment(text: string): Instant {
  const span = /^(\d{1,5})([mhdw])$/.exec(text)
  const ms =
    span === null
      ? /^\d{4}-\d\d-\d\d/.test(text)
        ? Date.parse(text)
        : Number.NaN
      : Date.now() - Number(span[1]) * UNITS_MS[span[2] as keyof typeof UNITS_MS]
  if (Number.isNaN(ms)) throw new InvalidArgumentError('a time ago such as 30m, 24h, 7d or 2w, or a date.')
  return new Date(ms).toISOString()
}

function toStatus(text: string, before: readonly string[]): string[] {
  if (!/^([1-9]\d\d|[1-5]xx|none)$/.test(text)) throw new InvalidArgumentError('a status such as 404, or 4xx.')
  return [...before, text]
}
