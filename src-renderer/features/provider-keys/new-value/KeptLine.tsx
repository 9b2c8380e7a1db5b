import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import classes from './NewValue.module.css'

interface KeptLineProps {
  readonly where: 'vault' | 'rotation' | 'nowhere'
  readonly name: string
}

/** Where the new value is kept now. */
export function KeptLine({ where, name }: KeptLineProps) {
  const { t } = useTranslation()
  const onClipboard = useApp((state) => state.clipboard.keyName) === name
  const words = { vault: 'kept', rotation: 'keptUntil', nowhere: 'notKept' } as const
  return (
    <p className={classes.kept} data-not={where === 'nowhere' ? true : undefined} aria-live="polite">
      {where === 'nowhere' ? (
        <IconAlertTriangle size={16} aria-hidden="true" />
      ) : (
        <IconLock size={16} aria-hidden="true" />
      )}
      <span>
        {t(`provider.value.${words[where]}`)} {onClipboard && t('provider.value.onClipboard')}
      </span>
    </p>
  )
}
