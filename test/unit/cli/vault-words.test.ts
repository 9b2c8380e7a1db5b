import { expect, it } from 'vitest'
import type { VaultPlace } from '@contract/model/vault-place'
import { passwordQuestion } from '@main/cli/context'
import { table } from '@main/cli/table'
import { aboutHeld, cautions } from '@main/cli/vault-words'
import { vaultNameOf } from '@main/node/chosen-vault'

const place: VaultPlace = {
  folder: '/media/stick/x; touch OWNED #',
  name: 'x',
  vaultId: null,
  isOwn: false,
  isCurrent: false,
  standing: 'present',
  syncedBy: null,
  isOnNetwork: false,
  isReadOnly: false,
  isOpenToOthers: true,
  exchangeableIn: null
}

it('quotes a folder in the command that is to be copied, whatever it is called', () => {
  expect(cautions(place).at(-1)).toMatch(/: chmod -R go= '\/media\/stick\/x; touch OWNED #'$/)
  expect(cautions({ ...place, folder: "/m/it's\n$(x)" }).at(-1)).toMatch(/go= '\/m\/it'\\''s\\x0a\$\(x\)'$/)
})

it('has one line for a row, whatever a name holds', () => {
  const lines = table(['', 'NAME'], [['', 'a\n*  own\tthere\u202e']])
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('a\\x0a*  own\\x09there\\x202e')
})

it('asks for the password of the vault by its name, unless it is Keyquay’s own', () => {
  expect(passwordQuestion({ isOwnVault: true, vaultName: 'keyquay' })).toBe('Master password')
  expect(passwordQuestion({ isOwnVault: false, vaultName: 'team' })).toBe('Master password of team')
})

it('calls a vault by nothing that turns a line round or breaks it', () => {
  expect(vaultNameOf('/home/ada/.local/share/keyquay/vault')).toBe('Keyquay')
  expect(vaultNameOf('/media/a\nb\u202ec')).toBe('a b c')
})

it('names a folder that a held vault writes to in one line, whatever the vault calls it', () => {
  const folders = ['/home/me/x\nIt would go on with 0 rotations.\u202e']
  const lines = aboutHeld('new', { rotations: 2, policies: 1, deliveries: 0, folders, moreFolders: 0, hosts: ['evil.example\u202e'], moreHosts: 0 })
  expect(lines.join('\n').split('\n')).toHaveLength(lines.length)
  expect(lines.at(-1)).toBe('  evil.example\\x202e')
  expect(lines.at(-3)).toBe('  /home/me/x\\x0aIt would go on with 0 rotations.\\x202e')
})

it('says where others can exchange the folder, which no mode of its own prevents', () => {
  expect(cautions({ ...place, isOpenToOthers: false, exchangeableIn: "/srv/it's" }).at(-1)).toContain("'/srv/it'\\''s'")
})
