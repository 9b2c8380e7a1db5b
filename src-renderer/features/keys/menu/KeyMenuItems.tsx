import type { KeySummary } from '@contract/model/key'
import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCopy,
  IconEye,
  IconLayoutSidebarRight,
  IconLink,
  IconPencil,
  IconReplace,
  IconStar,
  IconStarOff,
  IconTrash
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useKeyList } from '../../../stores/key-list-store'
import { wishOf } from '../../../stores/key-wish-store'
import { menuKeys } from '../../../ui/menu-keys'
import { WriteMenuItem } from '../../env-files'
import { TiedMenuItems } from '../../provider-keys'
import { attempt } from '../attempt'
import { copyFormats } from '../copy-formats'
import { copyKey, restoreKeys } from '../key-actions'
import { keyCommands, type KeyCommand } from '../key-commands'

interface KeyMenuItemsProps {
  readonly item: KeySummary
}

/** What can be done with one key, in its row's menu and in that of its details; the way to the details where they are closed. */
export function KeyMenuItems({ item }: KeyMenuItemsProps) {
  const { t } = useTranslation()
  const isOpen = useKeyList(({ openId }) => openId === item.id)
  return (
    <>
      {!isOpen && (
        <Menu.Item
          leftSection={<IconLayoutSidebarRight size={16} />}
          onClick={() => {
            useKeyList.getState().open(item.id)
          }}
        >
          {t('list.open')}
        </Menu.Item>
      )}
      {item.deletedAt === null ? <LiveItems item={item} /> : <BinItems item={item} />}
    </>
  )
}

function LiveItems({ item }: KeyMenuItemsProps) {
  const { t } = useTranslation()
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  const command = (name: KeyCommand) => ({
    ...menuKeys(name, platform),
    onClick: () => {
      void attempt(async () => {
        await keyCommands[name](item)
      })
    }
  })
  return (
    <>
      {item.hasSecret && (
        <>
          <Menu.Item leftSection={<IconCopy size={16} />} {...command('copy-key')}>
            {t('list.copyValue')}
          </Menu.Item>
          <CopyAs item={item} />
          <Menu.Item leftSection={<IconEye size={16} />} {...command('reveal-key')}>
            {t('reveal.reveal')}
          </Menu.Item>
        </>
      )}
      <Menu.Item leftSection={<IconPencil size={16} />} {...command('edit-key')}>
        {t('details.edit')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconReplace size={16} />}
        onClick={() => {
          wishOf(item.id, 'replace')
        }}
      >
        {t('details.replace')}
      </Menu.Item>
      {item.hasSecret && <WriteMenuItem id={item.id} />}
      <Menu.Item
        leftSection={item.favourite ? <IconStarOff size={16} /> : <IconStar size={16} />}
        {...command('favourite-key')}
      >
        {t(item.favourite ? 'list.removeFavourite' : 'list.addFavourite')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLink size={16} />} {...command('copy-link')}>
        {t('list.copyLink')}
      </Menu.Item>
      <TiedMenuItems id={item.id} />
      <Menu.Divider />
      <Menu.Item c="var(--kq-danger)" leftSection={<IconTrash size={16} />} {...command('bin-key')}>
        {t('details.delete')}
      </Menu.Item>
    </>
  )
}

/** In the bin a key is read, brought back or deleted; the keys on the keyboard leave it alone. */
function BinItems({ item }: KeyMenuItemsProps) {
  const { t } = useTranslation()
  return (
    <>
      {item.hasSecret && (
        <>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copyKey(item, 'value')}>
            {t('list.copyValue')}
          </Menu.Item>
          <CopyAs item={item} />
          <Menu.Item
            leftSection={<IconEye size={16} />}
            onClick={() => {
              wishOf(item.id, 'reveal')
            }}
          >
            {t('reveal.reveal')}
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => void restoreKeys([item])}>
        {t('details.restore')}
      </Menu.Item>
      <Menu.Item
        c="var(--kq-danger)"
        leftSection={<IconTrash size={16} />}
        onClick={() => {
          wishOf(item.id, 'purge')
        }}
      >
        {t('details.purge')}
      </Menu.Item>
    </>
  )
}

function CopyAs({ item }: KeyMenuItemsProps) {
  const { t } = useTranslation()
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconCopy size={16} />}>{t('list.copyAs')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {copyFormats.map((format) => (
          <Menu.Item key={format} onClick={() => void copyKey(item, format)}>
            {t(`copy.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
