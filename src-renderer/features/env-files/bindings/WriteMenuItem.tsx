import type { KeyId } from '@contract/model/base'
import { Menu } from '@mantine/core'
import { IconFileArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'

interface WriteMenuItemProps {
  readonly id: KeyId
}

/** The way to an env file in the menu of a key. */
export function WriteMenuItem({ id }: WriteMenuItemProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  return (
    <Menu.Item
      leftSection={<IconFileArrowRight size={16} />}
      disabled={readOnly}
      onClick={() => {
        useEnv.getState().openDialog({ kind: 'write', keyIds: [id] })
      }}
    >
      {t('env.write.openLong')}
    </Menu.Item>
  )
}
