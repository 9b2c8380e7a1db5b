import { z } from 'zod'
import { call, event } from './define'
import { auditEntry, auditVerdict } from './model/audit'
import { instant, keyId, nothing, password } from './model/base'
import { keyChange, keyDetails, keyFields, secretText } from './model/key'
import { keyFacets, keyPage, keyQuery } from './model/key-query'
import { clipboardLease, session, snapshot } from './model/session'
import { settings, settingsChange } from './model/settings'

const byId = z.strictObject({ id: keyId })

/** The shapes a key can be copied in. All but `value` and `json` need an env name or fall back to one made from the name. */
export const copyFormat = z.enum(['value', 'env', 'export', 'powershell', 'json', 'curl-header'])
export type CopyFormat = z.infer<typeof copyFormat>

/**
 * The one list of what can be asked of the core and what it tells: the handlers, the window's client,
 * the preload's functions, the log's redaction and the tests' fakes are all derived from it.
 */
export const contract = {
  'app.snapshot': call({ requires: 'nothing', input: nothing, output: snapshot }),

  /** Opens a page on the reviewed list in the person's browser. */
  'app.openLink': call({ requires: 'nothing', input: z.strictObject({ link: z.url().max(500) }), output: nothing }),

  'vault.create': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ password, hint: z.string().max(200).default('') }),
    output: nothing
  }),

  'session.unlock': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ password }),
    output: nothing
  }),
  'session.lock': call({ requires: 'nothing', input: nothing, output: nothing }),
  'session.confirmPassword': call({ secret: 'input', input: z.strictObject({ password }), output: nothing }),
  'session.touch': call({ requires: 'nothing', input: nothing, output: nothing }),

  'keys.list': call({ input: keyQuery, output: keyPage }),
  'keys.facets': call({ input: nothing, output: keyFacets }),
  'keys.get': call({ input: byId, output: keyDetails }),
  'keys.find': call({ input: z.strictObject({ name: z.string().min(1).max(200) }), output: byId }),
  'keys.add': call({
    secret: 'input',
    input: z.strictObject({ fields: keyFields, secret: secretText }),
    output: byId
  }),
  'keys.edit': call({
    input: z.strictObject({ id: keyId, fields: keyChange }),
    output: nothing
  }),
  'keys.replaceSecret': call({
    secret: 'input',
    input: z.strictObject({ id: keyId, secret: secretText }),
    output: nothing
  }),
  'keys.reveal': call({
    secret: 'output',
    input: byId,
    output: z.strictObject({ secret: z.string(), hideAt: instant })
  }),
  'keys.copy': call({
    input: z.strictObject({ id: keyId, format: copyFormat.default('value') }),
    output: clipboardLease
  }),
  'keys.delete': call({ input: byId, output: nothing }),
  'keys.restore': call({ input: byId, output: nothing }),
  'keys.purge': call({ input: byId, output: nothing }),
  'keys.purgeValues': call({ input: byId, output: nothing }),

  'clipboard.clear': call({ requires: 'nothing', input: nothing, output: nothing }),

  'audit.list': call({
    input: z.strictObject({
      keyId: keyId.nullable().default(null),
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(500).default(100)
    }),
    output: z.strictObject({ items: z.array(auditEntry) })
  }),
  'audit.verify': call({ input: nothing, output: auditVerdict }),

  'settings.update': call({ requires: 'nothing', input: settingsChange, output: settings }),

  'session.changed': event(z.strictObject({ revision: z.int(), session })),
  'keys.changed': event(z.strictObject({ revision: z.int() })),
  'clipboard.changed': event(z.strictObject({ revision: z.int(), clipboard: clipboardLease })),
  'settings.changed': event(z.strictObject({ revision: z.int(), settings }))
} as const

export type Contract = typeof contract

type NamesOf<Kind extends string> = {
  [Name in keyof Contract]: Contract[Name]['kind'] extends Kind ? Name : never
}[keyof Contract]
export type CallName = NamesOf<'call'>
export type EventName = NamesOf<'event'>

/** What a caller may send: defaults may be left out. */
export type InputOf<Name extends CallName> = z.input<Contract[Name]['input']>
/** What a handler receives: parsed, with defaults in place. */
export type ParsedInputOf<Name extends CallName> = z.output<Contract[Name]['input']>
export type OutputOf<Name extends CallName> = z.output<Contract[Name]['output']>
/** What a handler may return. */
export type HandlerOutputOf<Name extends CallName> = z.input<Contract[Name]['output']>
export type PayloadOf<Name extends EventName> = z.output<Contract[Name]['payload']>
