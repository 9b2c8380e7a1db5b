import { argon2 } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { COST_FLOOR } from '@main/crypto/argon2'
import { Consts, Credentials, CryptoEngine, Int64, Kdbx, ProtectedValue, VarDictionary } from 'kdbxweb'
import { makeKeys } from '../test/fixtures/make-keys'
import { PASSWORD } from './filled-home'
import { grouped, say } from './figures'

// The same keys as a KeePass database, opened by the same password at the same cost: `kdbx.ts FOLDER COUNT …`.
// And once more at next to no cost, for the comparison without key derivation: KeePassXC keeps no unlocked agent.
const [folder = '', ...counts] = process.argv.slice(2)
const KIB = 1024
const LEAST = { memoryKiB: 8, passes: 1, lanes: 1 }

CryptoEngine.setArgon2Impl(async (password, salt, memoryKiB, passes, tagLength, parallelism) => {
  const input = { message: new Uint8Array(password), nonce: new Uint8Array(salt) }
  const key = await promisify(argon2)('argon2id', { ...input, memory: memoryKiB, passes, parallelism, tagLength })
  return new Uint8Array(key).buffer
})

for (const count of counts.map(Number)) {
  say(`making a KeePass database of ${grouped(count)} entries`)
  const database = fill(count)
  await save(database, COST_FLOOR, `${folder}/${String(count)}.kdbx`)
  await save(database, LEAST, `${folder}/${String(count)}-quick.kdbx`)
}

function fill(count: number): Kdbx {
  const database = Kdbx.create(new Credentials(ProtectedValue.fromString(PASSWORD)), 'Keys')
  database.setKdf(Consts.KdfId.Argon2id)
  const root = database.getDefaultGroup()
  const groups = new Map<string, ReturnType<typeof database.createGroup>>()
  const text = new TextDecoder()
  for (const { fields, secret } of makeKeys(count)) {
    const provider = fields.provider ?? 'none'
    const group = groups.get(provider) ?? database.createGroup(root, provider)
    groups.set(provider, group)
    const entry = database.createEntry(group)
    entry.fields.set('Title', fields.name)
    entry.fields.set('UserName', fields.envName ?? '')
    entry.fields.set('Password', ProtectedValue.fromString(text.decode(secret ?? new Uint8Array())))
    entry.fields.set('Notes', [fields.description, ...fields.scopes, fields.notes].join('\n'))
    entry.tags = [...fields.tags]
  }
  return database
}

async function save(database: Kdbx, cost: typeof COST_FLOOR, file: string): Promise<void> {
  const { UInt32, UInt64 } = VarDictionary.ValueType
  const parameters = database.header.kdfParameters
  parameters?.set('M', UInt64, Int64.from(cost.memoryKiB * KIB))
  parameters?.set('I', UInt64, Int64.from(cost.passes))
  parameters?.set('P', UInt32, cost.lanes)
  writeFileSync(file, new Uint8Array(await database.save()))
}
