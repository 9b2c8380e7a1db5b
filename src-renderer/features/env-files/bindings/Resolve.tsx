import type { Binding } from '@contract/model/env'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconPencilDown, IconUnlink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { unbind, writeAgain } from '../env-actions'
import classes from './Bindings.module.css'

interface ResolveProps {
  readonly binding: Binding
}

/** The ways out of a drift, as buttons. Nothing for a name that is in step. */
export function Resolve({ binding }: ResolveProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [busy, setBusy] = useState(false)
  const { may } = binding
  if (!may.includes('write') && !may.includes('take')) return null
  return (
    <div className={classes.actions}>
      {may.includes('write') && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          disabled={readOnly}
          onClick={() => {
            setBusy(true)
            void writeAgain([binding]).finally(() => {
              setBusy(false)
            })
          }}
        >
          {t('env.bindings.write')}
        </Button>
      )}
      {may.includes('take') && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={readOnly}
          onClick={() => {
            useEnv.getState().openDialog({ kind: 'take', binding })
          }}
        >
          {t('env.bindings.take')}
        </Button>
      )}
    </div>
  )
}

/** Everything that may be done with a binding. */
export function BindingMenu({ binding }: ResolveProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const { may, name, path } = binding
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('env.bindings.more', { name, path })} disabled={readOnly}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may.includes('write') && (
          <Menu.Item
            leftSection={<IconPencilDown size={16} />}
            onClick={() => {
              void writeAgain([binding])
            }}
          >
            {t('env.bindings.write')}
          </Menu.Item>
        )}
        {may.includes('take') && (
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            onClick={() => {
              useEnv.getState().openDialog({ kind: 'take', binding })
            }}
          >
            {t('env.bindings.take')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconUnlink size={16} />}
          onClick={() => {
            void unbind(binding)
          }}
        >
          {t('env.bindings.unbind')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
