import type { EnvPreview } from '@contract/model/env'
import type { TFunction } from 'i18next'

/** What a write does to its file, in a sentence or two. */
export function changeText({ creates, change, keys }: EnvPreview, t: TFunction): string {
  const [first, ...others] = keys
  if (first === undefined) return t(change === 'same' ? 'env.change.exampleSame' : 'env.change.example')
  if (others.length > 0) return manyText({ creates, keys }, t)
  const { name, line } = first
  if (change === 'same') return t('env.change.same', { name })
  if (creates) return t('env.change.creates', { name })
  return t(change === 'added' ? 'env.change.adds' : 'env.change.changes', { name, line })
}

function manyText({ creates, keys }: Pick<EnvPreview, 'creates' | 'keys'>, t: TFunction): string {
  const of = (kind: EnvPreview['change']): number => keys.filter(({ change }) => change === kind).length
  const [added, changed, same] = [of('added'), of('changed'), of('same')]
  if (same === keys.length) return t('env.change.sameMany', { count: same })
  if (creates) return t('env.change.createsMany', { count: keys.length })
  return [
    ...(added > 0 ? [t('env.change.addsMany', { count: added })] : []),
    ...(changed > 0 ? [t('env.change.changesMany', { count: changed })] : []),
    ...(same > 0 ? [t('env.change.hasMany', { count: same })] : []),
    t('env.change.rest')
  ].join(' ')
}
