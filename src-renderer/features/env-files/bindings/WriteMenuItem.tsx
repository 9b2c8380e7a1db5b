import type { KeyId } from '@contract/model/base'
import { Menu } from '@mantine/core'
import { IconFileArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { menuKeys } from '../../../ui/menu-keys'

interface WriteMenuItemProps {
  readonly id: KeyId
}

/** The way to an env file in the menu of a key. */
export function WriteMenuItem({ id }: WriteMenuItemProps) {
  const { t } = useTranslation()
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  const readOnly = useApp((state) => state.session?.readOnly === true)
  return (
    <Menu.Item
      leftSection={<IconFileArrowRight size={16} />}
      disabled={readOnly}
      {...menuKeys('write-key', platform)}
      onClick={() => {
        useEnv.getState().openDialog({ kind: 'write', keyIds: [id] })
      }}
    >
      {t('env.write.openLong')}
    </Menu.Item>
  )
}
