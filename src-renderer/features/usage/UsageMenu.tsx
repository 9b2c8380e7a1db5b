import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileTypeCsv, IconJson, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFilter } from '../../stores/call-pages'
import { KeepingDialog } from './KeepingDialog'
import { exportCalls } from './usage-actions'

interface UsageMenuProps {
  readonly filter: CallFilter
  readonly empty: boolean
}

/** What is done now and then: files of what is looked at, and how long calls are kept. */
export function UsageMenu({ filter, empty }: UsageMenuProps) {
  const { t } = useTranslation()
  const [keeping, setKeeping] = useState(false)
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('usage.menu')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            disabled={empty}
            leftSection={<IconFileTypeCsv size={16} />}
            onClick={() => {
              void exportCalls(filter, 'csv')
            }}
          >
            {t('usage.export.csv')}
          </Menu.Item>
          <Menu.Item
            disabled={empty}
            leftSection={<IconJson size={16} />}
            onClick={() => {
              void exportCalls(filter, 'json')
            }}
          >
            {t('usage.export.json')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconSettings size={16} />}
            onClick={() => {
              setKeeping(true)
            }}
          >
            {t('usage.keeping.open')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <KeepingDialog
        opened={keeping}
        onClose={() => {
          setKeeping(false)
        }}
      />
    </>
  )
}
