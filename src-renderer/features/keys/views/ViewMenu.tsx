import { Menu, UnstyledButton } from '@mantine/core'
import {
  IconBookmark,
  IconBookmarkFilled,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useKeyTable } from '../../../stores/key-table-store'
import { useViews } from '../../../stores/views-store'
import { cx } from '../../../ui/cx'
import chip from '../../../ui/FilterMenu.module.css'
import { isAsSaved, openView, removeView, updateView } from './view-actions'

const ICON = 16

/** A chip that names the view that is open, and opens, keeps and changes views. */
export function ViewMenu() {
  const { t } = useTranslation()
  const items = useViews((state) => state.items)
  const openId = useViews((state) => state.openId)
  const name = useViews((state) => state.name)
  // Read so that the chip follows every change of what the list shows.
  useKeyList((state) => state.filter)
  useKeyTable()
  const open = items?.find(({ id }) => id === openId) ?? null
  const changed = open !== null && !isAsSaved(open.fields)
  const Mark = open !== null && !changed ? IconBookmarkFilled : IconBookmark

  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={cx(chip.chip)} data-on={open !== null || undefined}>
          <Mark size={12} aria-hidden="true" />
          {open === null ? t('keys.views.views') : open.fields.name}
          {changed && <span className={chip.value}>{t('keys.views.changed')}</span>}
          <IconChevronDown size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={cx(chip.choices)}>
        {items?.map((view) => (
          <Menu.Item
            key={view.id}
            leftSection={view.id === openId ? <IconBookmarkFilled size={ICON} /> : <IconBookmark size={ICON} />}
            aria-current={view.id === openId || undefined}
            onClick={() => {
              openView(view)
            }}
          >
            {view.fields.name}
          </Menu.Item>
        ))}
        {items !== null && items.length === 0 && <Menu.Label>{t('keys.views.none')}</Menu.Label>}
        <Menu.Divider />
        {changed && (
          <Menu.Item
            leftSection={<IconDeviceFloppy size={ICON} />}
            onClick={() => {
              void updateView(open)
            }}
          >
            {t('keys.views.update', { name: open.fields.name })}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPlus size={ICON} />}
          onClick={() => {
            name('new')
          }}
        >
          {t('keys.views.save')}
        </Menu.Item>
        {open !== null && (
          <>
            <Menu.Item
              leftSection={<IconPencil size={ICON} />}
              onClick={() => {
                name(open)
              }}
            >
              {t('keys.views.rename', { name: open.fields.name })}
            </Menu.Item>
            <Menu.Item
              c="var(--kq-danger)"
              leftSection={<IconTrash size={ICON} />}
              onClick={() => {
                void removeView(open)
              }}
            >
              {t('keys.views.remove', { name: open.fields.name })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
