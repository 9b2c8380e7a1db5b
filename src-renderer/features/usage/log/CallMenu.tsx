import type { UsageRecord } from '@contract/model/usage'
import { Menu } from '@mantine/core'
import { IconCopy, IconFilter } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallView } from '../../../stores/call-view'
import { copyCall } from './copy-call'

/** Narrows what is looked at to what a call has. */
export type Narrow = (change: Partial<CallView>) => void

interface CallMenuProps {
  readonly call: UsageRecord | null
  readonly name: string | null
  readonly onNarrow: Narrow
  readonly children: ReactElement
}

/** The menu of the call that was right-clicked. One for the whole log. */
export function CallMenu({ call, name, onNarrow, children }: CallMenuProps) {
  const { t } = useTranslation()
  const only = (label: string, change: Partial<CallView>) => (
    <Menu.Item
      leftSection={<IconFilter size={16} />}
      onClick={() => {
        onNarrow(change)
      }}
    >
      {label}
    </Menu.Item>
  )
  return (
    <Menu width={280} position="bottom-start">
      <Menu.ContextMenu>{children}</Menu.ContextMenu>
      {call !== null && (
        <Menu.Dropdown aria-label={t('usage.log.menu')}>
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            onClick={() => {
              copyCall(call, name)
            }}
          >
            {t('usage.log.copy')}
          </Menu.Item>
          <Menu.Divider />
          {call.path !== null && only(t('usage.log.onlyPath'), { path: call.path })}
          {call.status !== null && call.status >= 400 && only(t('usage.log.onlyErrors'), { classes: ['4xx', '5xx'] })}
          {call.ip !== null && only(t('usage.log.onlyIp', { ip: call.ip }), { ip: call.ip })}
          {call.keyId !== null && name !== null && only(t('usage.log.onlyKey', { name }), { keyIds: [call.keyId] })}
        </Menu.Dropdown>
      )}
    </Menu>
  )
}
