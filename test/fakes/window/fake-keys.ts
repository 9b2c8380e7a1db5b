import type { KeyId } from '@contract/model/base'
import { keyStatusAt } from '@contract/model/key-status'
import type { ClipboardLease } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import { changeKey } from './bulk-change.ts'
import { Refusal, type CallsOf, type FakeWorld } from './fake-calls.ts'
import { facetsOf, groupsOf, searchKeys } from './key-search.ts'
import { instantAt, previewOf, sampleId, sampleKey, type SampleKey } from './sample-keys.ts'

interface World extends FakeWorld {
  settings(): Settings
  /** Throws `password-needed-again` until the password was given once more. */
  mustBeConfirmed(): void
}

export interface FakeKeys {
  readonly calls: CallsOf<'keys' | 'clipboard'>
  clipboard(): ClipboardLease
  clearClipboard(): void
}

/** The keys of the fake vault, and what was copied of them. */
export function createFakeKeys(world: World): FakeKeys {
  const { keys, record, changed, settings, mustBeConfirmed } = world
  let clipboard: ClipboardLease = { keyName: null, clearsAt: null }
  let clearTimer: ReturnType<typeof setTimeout> | undefined

  const keyOf = (id: string): SampleKey => {
    const key = keys.get(id as KeyId)
    if (!key) throw new Refusal('key-not-found', { name: id })
    return key
  }
  const setClipboard = (lease: ClipboardLease): void => {
    clipboard = lease
    world.emit('clipboard.changed', { clipboard })
  }
  const clearClipboard = (): void => {
    setClipboard({ keyName: null, clearsAt: null })
  }

  const calls: CallsOf<'keys' | 'clipboard'> = {
    'keys.revealPrevious': () => {
      mustBeConfirmed()
      return { secret: 'sk_live_a_value_before', hideAt: instantAt(Date.now() + settings().revealSeconds * 1000) }
    },
    'keys.emptyBin': () => {
      const gone = [...keys.values()].filter(({ details }) => details.deletedAt !== null)
      for (const { details } of gone) keys.delete(details.id)
      changed()
      return { purged: gone.length }
    },
    'keys.list': (input) =>
      searchKeys(
        [...keys.values()].map(({ details }) => details),
        input
      ),
    'keys.lines': (input) => ({
      items: searchKeys(
        [...keys.values()].map(({ details }) => details),
        { ...input, limit: input.limit ?? 10_000 }
      ).items.map(({ name, provider, preview, envName, status, expiresAt }) => ({
        name,
        provider,
        preview,
        envName,
        status,
        expiresAt
      }))
    }),
    'keys.ids': (input) => ({
      ids: searchKeys(
        [...keys.values()].map(({ details }) => details),
        { ...input, limit: input.limit ?? 100_000 }
      ).items.map(({ id }) => id)
    }),
    'keys.rowOf': ({ prefix, from, ...input }) => {
      const { items } = searchKeys(
        [...keys.values()].map(({ details }) => details),
        { ...input, limit: 100_000 }
      )
      const fits = items.flatMap(({ name }, row) => (name.toLowerCase().startsWith(prefix.toLowerCase()) ? [row] : []))
      return { row: fits.find((row) => row >= from) ?? fits[0] ?? null }
    },
    'keys.groups': (input) => ({
      items: groupsOf(
        [...keys.values()].map(({ details }) => details),
        input
      )
    }),
    'keys.facets': () => facetsOf([...keys.values()].map(({ details }) => details)),
    'keys.get': ({ id }) => keyOf(id).details,
    'keys.find': ({ name }) => {
      const found = [...keys.values()].find(({ details }) => details.name === name)
      if (!found) throw new Refusal('key-not-found', { name })
      return { id: found.details.id }
    },
    'keys.add': ({ fields, secret }) => {
      const key = sampleKey(keys.size + 1000, { name: fields.name, secret, createdDays: 0 }, Date.now())
      Object.assign(key.details, fields, { createdAt: instantAt(Date.now()), id: sampleId(keys.size + 1000) })
      key.details.status = keyStatusAt(key.details, Date.now())
      key.details.hasSecret = fields.keep !== 'never'
      keys.set(key.details.id, key)
      record('key.added', key.details)
      changed()
      return { id: key.details.id }
    },
    'keys.edit': ({ id, fields }) => {
      const { details } = keyOf(id)
      Object.assign(details, fields, { updatedAt: instantAt(Date.now()) })
      details.status = keyStatusAt(details, Date.now())
      record('key.edited', details)
      changed()
      return {}
    },
    'keys.change': ({ ids, change }) => {
      const items = ids.map((id) => ({ ...changeKey(keyOf(id).details, change), failure: null }))
      changed()
      return { items }
    },
    'keys.replaceSecret': ({ id, secret }) => {
      const key = keyOf(id)
      const at = instantAt(Date.now())
      key.details.previousValues.unshift({
        version: key.details.version,
        preview: key.details.preview,
        fingerprint: key.details.fingerprint,
        createdAt: key.details.createdAt,
        replacedAt: at
      })
      key.details.version++
      key.details.preview = previewOf(secret)
      key.secret = secret
      record('key.value-replaced', key.details)
      changed()
      return {}
    },
    'keys.reveal': ({ id }) => {
      mustBeConfirmed()
      const { details, secret } = keyOf(id)
      record('key.revealed', details)
      changed()
      return { secret, hideAt: instantAt(Date.now() + settings().revealSeconds * 1000) }
    },
    'keys.copy': ({ id, format }) => {
      mustBeConfirmed()
      const { details } = keyOf(id)
      record('key.copied', details, format ?? 'value')
      const seconds = settings().clipboardClearSeconds
      const clearsAt = seconds === 0 ? null : instantAt(Date.now() + seconds * 1000)
      setClipboard({ keyName: details.name, clearsAt })
      clearTimeout(clearTimer)
      if (seconds > 0)
        clearTimer = setTimeout(() => {
          setClipboard({ keyName: null, clearsAt: null })
        }, seconds * 1000)
      return clipboard
    },
    'keys.delete': ({ id }) => {
      const { details } = keyOf(id)
      details.deletedAt = instantAt(Date.now())
      record('key.deleted', details)
      changed()
      return {}
    },
    'keys.restore': ({ id }) => {
      const { details } = keyOf(id)
      details.deletedAt = null
      record('key.restored', details)
      changed()
      return {}
    },
    'keys.purge': ({ id }) => {
      record('key.purged', keyOf(id).details)
      keys.delete(id as KeyId)
      changed()
      return {}
    },
    'keys.purgeValues': ({ id }) => {
      const { details } = keyOf(id)
      details.previousValues = []
      record('key.values-purged', details)
      changed()
      return {}
    },
    'clipboard.clear': () => {
      setClipboard({ keyName: null, clearsAt: null })
      return {}
    }
  }
  return { calls, clipboard: () => clipboard, clearClipboard }
}
