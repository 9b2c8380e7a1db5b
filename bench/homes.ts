import { join } from 'node:path'
import { fillHome } from './filled-home'
import { grouped, say } from './figures'

// Makes the vaults that the parts share: `homes.ts FOLDER COUNT …`.
const [folder = '', ...counts] = process.argv.slice(2)
for (const count of counts.map(Number)) {
  say(`making a vault of ${grouped(count)} keys`)
  await fillHome(join(folder, String(count)), count)
}
