import type { KeySummary } from '@contract/model/key'
import { Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyMenuItems } from '../menu/KeyMenuItems'

interface RowMenuProps {
  readonly item: KeySummary | null
  readonly onClose: () => void
  readonly children: ReactElement
}

/** The menu of the row that was right-clicked. One for the whole list: a hundred thousand rows share it. */
export function RowMenu({ item, onClose, children }: RowMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu width={260} position="bottom-start" onClose={onClose}>
      <Menu.ContextMenu>{children}</Menu.ContextMenu>
      {item && (
        <Menu.Dropdown aria-label={t('list.menu', { name: item.name })}>
          <KeyMenuItems item={item} />
        </Menu.Dropdown>
      )}
    </Menu>
  )
}
