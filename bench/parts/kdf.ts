import { COST_DEFAULT, COST_FLOOR, measureCost, type KdfCost } from '@main/crypto/argon2'
import { keep, tellFigures } from '../figures'
import { measure } from '../measure'

const MIB = 1024
const settings: readonly (readonly [string, KdfCost])[] = [
  ['least accepted', COST_FLOOR],
  ['128 MiB', { memoryKiB: 128 * MIB, passes: 3, lanes: 4 }],
  ['default', COST_DEFAULT],
  ['512 MiB', { memoryKiB: 512 * MIB, passes: 3, lanes: 4 }],
  ['1 GiB', { memoryKiB: 1024 * MIB, passes: 3, lanes: 4 }]
]

for (const [name, cost] of settings) {
  const parts = `${String(cost.memoryKiB / MIB)} MiB, ${String(cost.passes)} passes, ${String(cost.lanes)} lanes`
  keep(`key derivation, ${name} (${parts})`, 'ms', await measure(() => measureCost(cost), 5))
}
tellFigures()
