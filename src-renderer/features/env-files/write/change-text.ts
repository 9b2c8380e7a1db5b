import type { EnvPreview } from '@contract/model/env'
import type { TFunction } from 'i18next'

/** One sentence on what a write does to its file. */
export function changeText({ creates, change, name, line }: EnvPreview, t: TFunction): string {
  if (name === null) return t(change === 'same' ? 'env.change.exampleSame' : 'env.change.example')
  if (change === 'same') return t('env.change.same', { name })
  if (creates) return t('env.change.creates', { name })
  return t(change === 'added' ? 'env.change.adds' : 'env.change.changes', { name, line: line ?? 1 })
}
