import type { KeySummary } from '@contract/model/key'
import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCopy,
  IconLayoutSidebarRight,
  IconStar,
  IconStarOff,
  IconTrash
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { WriteMenuItem } from '../../env-files'
import { TiedMenuItems } from '../../provider-keys'
import { copyFormats } from '../copy-formats'
import { copyKey, deleteKeys, restoreKeys, setFavourite } from '../key-actions'

interface RowMenuProps {
  readonly item: KeySummary | null
  readonly children: ReactElement
}

/** The menu of the row that was right-clicked. One for the whole list: a hundred thousand rows share it. */
export function RowMenu({ item, children }: RowMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu width={220}>
      <Menu.ContextMenu>{children}</Menu.ContextMenu>
      {item && (
        <Menu.Dropdown aria-label={t('list.menu', { name: item.name })}>
          <Menu.Item
            leftSection={<IconLayoutSidebarRight size={16} />}
            onClick={() => {
              useKeyList.getState().open(item.id)
            }}
          >
            {t('list.open')}
          </Menu.Item>
          {item.hasSecret && (
            <>
              <Menu.Item
                leftSection={<IconCopy size={16} />}
                onClick={() => {
                  void copyKey(item, 'value')
                }}
              >
                {t('list.copyValue')}
              </Menu.Item>
              <Menu.Sub>
                <Menu.Sub.Target>
                  <Menu.Sub.Item leftSection={<IconCopy size={16} />}>{t('list.copyAs')}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>
                  {copyFormats.map((format) => (
                    <Menu.Item
                      key={format}
                      onClick={() => {
                        void copyKey(item, format)
                      }}
                    >
                      {t(`copy.${format}`)}
                    </Menu.Item>
                  ))}
                </Menu.Sub.Dropdown>
              </Menu.Sub>
              {item.deletedAt === null && <WriteMenuItem id={item.id} />}
            </>
          )}
          <Menu.Item
            leftSection={item.favourite ? <IconStarOff size={16} /> : <IconStar size={16} />}
            onClick={() => {
              void setFavourite(item, !item.favourite)
            }}
          >
            {item.favourite ? t('list.removeFavourite') : t('list.addFavourite')}
          </Menu.Item>
          {item.deletedAt === null && <TiedMenuItems id={item.id} />}
          <Menu.Divider />
          {item.deletedAt === null ? (
            <Menu.Item
              c="var(--kq-danger)"
              leftSection={<IconTrash size={16} />}
              onClick={() => {
                void deleteKeys([item])
              }}
            >
              {t('details.delete')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} />}
              onClick={() => {
                void restoreKeys([item])
              }}
            >
              {t('details.restore')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      )}
    </Menu>
  )
}
