import type { KeyDetails } from '@contract/model/key'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconPencil, IconStar, IconStarFilled, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useWish } from '../../../stores/key-wish-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { purgeKey, setFavourite } from '../key-actions'
import { KeyMenuItems } from '../menu/KeyMenuItems'
import classes from './DetailsHeader.module.css'
import { ReplaceSecretDialog } from './ReplaceSecretDialog'

interface DetailsHeaderProps {
  readonly saved: KeyDetails
  readonly onEdit: () => void
}

export function DetailsHeader({ saved, onEdit }: DetailsHeaderProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'purge' | 'replace' | null>(null)
  const inBin = saved.deletedAt !== null
  useWish('replace', saved.id, () => {
    if (!inBin) setAsking('replace')
  })
  useWish('purge', saved.id, () => {
    if (inBin) setAsking('purge')
  })
  const favouriteLabel = saved.favourite ? t('list.removeFavourite') : t('list.addFavourite')

  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h2 className={classes.name} title={saved.name} data-selectable>
          {saved.name}
        </h2>
        {saved.description !== '' && (
          <p className={classes.description} title={saved.description}>
            {saved.description}
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <Tooltip label={favouriteLabel}>
          <ActionIcon
            aria-label={favouriteLabel}
            onClick={() => {
              void setFavourite(saved, !saved.favourite)
            }}
          >
            {saved.favourite ? <IconStarFilled size={16} className={classes.star} /> : <IconStar size={16} />}
          </ActionIcon>
        </Tooltip>
        {!inBin && (
          <Tooltip label={t('details.edit')}>
            <ActionIcon aria-label={t('details.edit')} onClick={onEdit}>
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon aria-label={t('details.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('details.more')}>
            <KeyMenuItems item={saved} />
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t('details.close')}>
          <ActionIcon
            aria-label={t('details.close')}
            onClick={() => {
              useKeyList.getState().open(null)
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ConfirmDialog
        opened={asking === 'purge'}
        title={t('confirm.purgeTitle', { name: saved.name })}
        text={t('confirm.purgeText')}
        action={t('confirm.purge')}
        danger
        onClose={() => {
          setAsking(null)
        }}
        onConfirm={() => {
          setAsking(null)
          void purgeKey(saved)
        }}
      />
      <ReplaceSecretDialog
        opened={asking === 'replace'}
        saved={saved}
        onClose={() => {
          setAsking(null)
        }}
      />
    </header>
  )
}
