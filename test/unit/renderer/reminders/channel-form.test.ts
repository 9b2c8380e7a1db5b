import { describe, expect, it } from 'vitest'
import { channelFields } from '@contract/model/reminder'
import {
  channelProblems,
  needsSecret,
  newChannel,
  toChannelFields,
  toChannelForm,
  withSecurity
} from '../../../../src-renderer/features/reminders/model/channel-form'

const mail = channelFields.parse({
  kind: 'email',
  name: 'Mail',
  host: 'smtp.example.org',
  user: 'dev',
  from: 'keyquay@example.org',
  to: ['dev@example.org']
})
const hook = channelFields.parse({ kind: 'webhook', name: 'Phone', shape: 'ntfy', withNames: true })

describe('the form of a channel', () => {
  it('gives back what it was filled with', () => {
    for (const fields of [mail, hook]) expect(toChannelFields(toChannelForm({ fields }))).toEqual(fields)
  })

  it('wants a name, and the address of a webhook that has none yet', () => {
    expect([...channelProblems(newChannel(), true)]).toEqual(['name', 'url'])
    expect(channelProblems({ ...newChannel(), name: 'Phone' }, false).size).toBe(0)
  })

  it('wants a server and addresses for e-mail', () => {
    const empty = { ...newChannel(), shape: 'email', name: 'Mail', port: '' } as const
    expect([...channelProblems(empty, false)]).toEqual(['host', 'port', 'from', 'to'])
    expect([...channelProblems({ ...toChannelForm({ fields: mail }), to: ['dev'] }, false)]).toEqual(['to'])
    expect(channelProblems(toChannelForm({ fields: mail }), false).size).toBe(0)
  })

  it.each([{ host: 'smtp.example.net' }, { port: 2_525 }, { security: 'starttls' }, { user: 'another' }] as const)(
    'asks for the password again rather than take it along to %o',
    (change) => {
      const kept = { fields: mail, hasSecret: true }
      const form = toChannelForm(kept)
      expect(needsSecret(kept, form)).toBe(false)
      expect(needsSecret(kept, { ...form, ...change })).toBe(true)
      expect([...channelProblems({ ...form, ...change }, true)]).toEqual(['password'])
      expect(needsSecret({ ...kept, hasSecret: false }, { ...form, ...change })).toBe(false)
      expect(needsSecret(kept, { ...form, ...change, user: '' })).toBe(false)
    }
  )

  it('moves to the usual port of another encryption, unless another port was chosen', () => {
    const form = toChannelForm({ fields: mail })
    expect(withSecurity(form, 'starttls').port).toBe(587)
    expect(withSecurity({ ...form, port: 2_525 }, 'starttls').port).toBe(2_525)
  })
})
