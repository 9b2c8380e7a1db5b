import type { Channel, ChannelFields } from '@contract/model/reminder'

export type ChannelShape = 'json' | 'slack' | 'discord' | 'ntfy' | 'email'
export const channelShapes: readonly ChannelShape[] = ['ntfy', 'slack', 'discord', 'json', 'email']

export type Security = 'tls' | 'starttls' | 'none'

/** A channel as it is typed. Its secret stays in its field. */
export interface ChannelForm {
  readonly shape: ChannelShape
  readonly name: string
  readonly withNames: boolean
  readonly allowPrivate: boolean
  readonly host: string
  readonly port: number | ''
  readonly security: Security
  readonly user: string
  readonly from: string
  readonly to: readonly string[]
}

export type ChannelField = 'name' | 'url' | 'password' | 'host' | 'port' | 'from' | 'to'

const USUAL_PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }
const address = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

export function newChannel(): ChannelForm {
  return {
    shape: 'ntfy',
    name: '',
    withNames: false,
    allowPrivate: false,
    host: '',
    port: USUAL_PORTS.tls,
    security: 'tls',
    user: '',
    from: '',
    to: []
  }
}

export function toChannelForm({ fields }: Pick<Channel, 'fields'>): ChannelForm {
  const { name, withNames, allowPrivate } = fields
  const blank = { ...newChannel(), name, withNames, allowPrivate }
  if (fields.kind === 'webhook') return { ...blank, shape: fields.shape }
  const { host, port, security, user, from, to } = fields
  return { ...blank, shape: 'email', host, port, security, user, from, to }
}

export function toChannelFields(form: ChannelForm): ChannelFields {
  const common = { name: form.name.trim(), withNames: form.withNames, allowPrivate: form.allowPrivate }
  if (form.shape !== 'email') return { kind: 'webhook', ...common, shape: form.shape }
  return {
    kind: 'email',
    ...common,
    host: form.host.trim(),
    port: Number(form.port),
    security: form.security,
    user: form.user.trim(),
    from: form.from.trim(),
    to: [...form.to]
  }
}

/** Whether what is kept for the channel that is edited (null: a new one) does not serve the form. */
export function needsSecret(channel: Pick<Channel, 'fields' | 'hasSecret'> | null, form: ChannelForm): boolean {
  if (form.shape !== 'email') return channel?.hasSecret !== true
  // A password was given to one server and login, and is not sent to another.
  if (channel?.hasSecret !== true) return false
  const { fields } = channel
  if (fields.kind !== 'email') return true
  const next = toChannelFields(form)
  if (next.kind !== 'email' || next.user === '') return false
  return (['host', 'port', 'security', 'user'] as const).some((name) => fields[name] !== next[name])
}

/** What keeps a channel from being saved. `lacksSecret`: none is kept that serves, and none was typed. */
export function channelProblems(form: ChannelForm, lacksSecret: boolean): ReadonlySet<ChannelField> {
  const problems = new Set<ChannelField>()
  if (form.name.trim() === '') problems.add('name')
  if (form.shape !== 'email') {
    if (lacksSecret) problems.add('url')
    return problems
  }
  if (form.host.trim() === '') problems.add('host')
  if (form.port === '' || form.port < 1 || form.port > 65_535) problems.add('port')
  if (!address.test(form.from.trim())) problems.add('from')
  if (form.to.length === 0 || form.to.some((one) => !address.test(one))) problems.add('to')
  if (lacksSecret) problems.add('password')
  return problems
}

/** Another encryption, with its usual port where the one before stood there. */
export function withSecurity(form: ChannelForm, security: Security): ChannelForm {
  return { ...form, security, port: form.port === USUAL_PORTS[form.security] ? USUAL_PORTS[security] : form.port }
}
