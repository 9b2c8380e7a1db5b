import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { VaultPlace } from '@contract/model/vault-place'
import { shownPath } from '../../texts/shown-path'
import classes from './Vaults.module.css'

interface VaultRowProps {
  readonly place: VaultPlace
  readonly busy: boolean
  readonly onOpen: () => void
  readonly onForget: () => void
}

export function VaultRow({ place, busy, onOpen, onForget }: VaultRowProps) {
  const { t } = useTranslation()
  const { folder, name, isOwn, isCurrent, standing } = place
  const facts = [
    ...(isOwn ? [t('vaults.own')] : []),
    ...(standing === 'present' ? [] : [t(`vaults.standing.${standing}`)])
  ]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>
          <span>{name}</span>
          {facts.length > 0 && <span className={classes.fact}>{facts.join(' · ')}</span>}
        </p>
        <p className={classes.path} title={shownPath(folder)}>
          {shownPath(folder)}
        </p>
      </div>
      {isCurrent && <span className={classes.current}>{t('vaults.current')}</span>}
      {!isCurrent && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={t(standing === 'absent' ? 'vaults.makeOf' : 'vaults.openOf', { vault: name })}
          onClick={onOpen}
        >
          {t(standing === 'absent' ? 'vaults.make' : 'vaults.open')}
        </Button>
      )}
      {!isCurrent && !isOwn && (
        <Tooltip label={t('vaults.forget')}>
          <ActionIcon aria-label={t('vaults.forgetOf', { vault: name })} onClick={onForget}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}
