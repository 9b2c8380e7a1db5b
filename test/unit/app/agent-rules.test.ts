import { describe, expect, it } from 'vitest'
import { contract, type CallName } from '@contract/ipc'
import { callNames } from '@contract/names'
import { admit } from '@main/app/admit'
import { agentRules } from '@main/app/agent-rules'
import type { GrantNeed } from '@main/core/grants/extent'

const never = (name: CallName): boolean => 'never' in agentRules[name]

describe('what a program may ask over the agent’s socket', () => {
  it('is said for each method of the contract, and for no other', () => {
    expect(Object.keys(agentRules).sort()).toEqual([...callNames].sort())
  })

  it('gives no secret out without a grant for its key', () => {
    for (const name of callNames) {
      const { secret } = contract[name]
      if (secret !== 'output' && secret !== 'both') continue
      const rule = agentRules[name]
      expect('never' in rule || rule.secrets !== undefined, name).toBe(true)
    }
  })

  it('never answers a grant, unlocks, takes the master password or changes how the vault is guarded', () => {
    const closed = ['grants.', 'session.', 'vault.', 'settings.', 'export.']
    for (const name of callNames) if (closed.some((room) => name.startsWith(room))) expect(never(name), name).toBe(true)
    for (const name of ['backups.restore', 'backups.verify', 'reminders.setWhileLocked'] as const)
      expect(never(name), name).toBe(true)
  })

  it('does not let a grant for changes alone say where the password of a channel is sent', async () => {
    const needed = async (id: string | null): Promise<GrantNeed[]> => {
      const needs: GrantNeed[] = []
      const visitor = { require: (need: GrantNeed) => Promise.resolve(void needs.push(need)) }
      await admit('reminders.saveChannel', { id }, visitor)
      return needs
    }
    expect(await needed('kept')).toEqual([{ reach: 'change', secrets: 'all' }])
    expect(await needed(null)).toEqual([{ reach: 'change', secrets: [] }])
  })

  it('asks for each key of a list that is written to an env file, and again when it is written', async () => {
    const needs: GrantNeed[] = []
    const visitor = { require: (need: GrantNeed) => Promise.resolve(void needs.push(need)) }
    await admit('env.preview', { keys: [{ keyId: 'one' }, { keyId: 'two' }] }, visitor)
    expect(needs).toEqual([{ reach: 'change', secrets: ['one', 'two'] }])
    expect(agentRules['env.write']).toMatchObject({ secrets: 'by handler' })
  })

  it('says in a sentence why something is for the window alone', () => {
    for (const name of callNames) {
      const rule = agentRules[name]
      if ('never' in rule) expect(rule.never, name).toMatch(/^[A-Z].*\.$/)
    }
  })
})
