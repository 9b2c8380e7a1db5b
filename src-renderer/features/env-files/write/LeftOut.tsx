import type { KeyDetails } from '@contract/model/key'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'

interface LeftOutProps {
  readonly keys: readonly KeyDetails[]
}

/** Keys that were chosen and cannot be written, by name. */
export function LeftOut({ keys }: LeftOutProps) {
  const { t, i18n } = useTranslation()
  if (keys.length === 0) return null
  const names = new Intl.ListFormat(i18n.language).format(keys.map(({ name }) => name))
  return (
    <Note tone="warn" title={t('env.write.leftOut', { count: keys.length })}>
      {t('env.write.leftOutText', { count: keys.length, names })}
    </Note>
  )
}
