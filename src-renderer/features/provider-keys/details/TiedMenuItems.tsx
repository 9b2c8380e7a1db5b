import type { KeyId } from '@contract/model/base'
import { Menu } from '@mantine/core'
import { IconBan, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { rotationOf, useRotations } from '../../../stores/rotations-store'
import { menuKeys } from '../../../ui/menu-keys'
import { offerOf } from '../model/offers'
import { useTiedKey } from '../use-tied-key'

interface TiedMenuItemsProps {
  readonly id: KeyId
}

/** What a list's menu offers for a key that is tied to a provider; nothing for any other. */
export function TiedMenuItems({ id }: TiedMenuItemsProps) {
  const { t } = useTranslation()
  const { tied } = useTiedKey(id)
  const rotation = useRotations((state) => rotationOf(state.items, id))
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  const { open } = useProviderDialog.getState()
  if (tied === null) return null
  return (
    <>
      <Menu.Divider />
      {rotation !== null ? (
        <Menu.Item
          leftSection={<IconRefresh size={16} />}
          {...menuKeys('rotate-key', platform)}
          onClick={() => {
            open({ kind: 'rotation', keyId: id, rotationId: rotation.id })
          }}
        >
          {t('provider.details.openRotation')}
        </Menu.Item>
      ) : (
        offerOf('rotate', tied) === 'offered' && (
          <Menu.Item
            leftSection={<IconRefresh size={16} />}
            {...menuKeys('rotate-key', platform)}
            onClick={() => {
              open({ kind: 'start-rotation', keyId: id })
            }}
          >
            {t('provider.details.rotate')}
          </Menu.Item>
        )
      )}
      {offerOf('revoke', tied) === 'offered' && (
        <Menu.Item
          c="var(--kq-danger)"
          leftSection={<IconBan size={16} />}
          {...menuKeys('revoke-key', platform)}
          onClick={() => {
            open({ kind: 'revoke', keyId: id })
          }}
        >
          {t('provider.details.revoke')}
        </Menu.Item>
      )}
    </>
  )
}
