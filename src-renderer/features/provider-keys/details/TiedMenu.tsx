import { Menu } from '@mantine/core'
import {
  IconBan,
  IconCalendarPlus,
  IconCircleCheck,
  IconCircleOff,
  IconCloudDown,
  IconExternalLink,
  IconPencil,
  IconRepeat,
  IconShieldCheck,
  IconUnlink
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { cx } from '../../../ui/cx'
import { offerOf, type TiedAction } from '../model/offers'
import { openConsole } from '../open-console'
import type { TiedKey } from '../use-tied-key'
import classes from './ProviderPart.module.css'
import { setEnabled, sync, untie } from './tied-actions'

interface TiedMenuProps {
  readonly tied: TiedKey
}

/** What can be done with the key at its provider; what its provider does not offer stands there and says so. */
export function TiedMenu({ tied }: TiedMenuProps) {
  const { t } = useTranslation()
  const { saved, link, provider } = tied
  const [asking, setAsking] = useState<'untie' | 'disable' | null>(null)
  const { open } = useProviderDialog.getState()
  const keyId = saved.id

  const item = (action: TiedAction, icon: ReactNode, run: () => void): ReactNode => {
    const offer = offerOf(action, tied)
    if (offer === 'not-now') return null
    return (
      <Menu.Item
        leftSection={icon}
        disabled={offer === 'not-offered'}
        className={cx(offer === 'not-offered' && classes.notOffered)}
        onClick={run}
        {...(action === 'revoke' && { c: 'var(--kq-danger)' })}
      >
        {action === 'openConsole' ? t('provider.openConsole', { provider }) : t(`provider.details.${action}`)}
        {offer === 'not-offered' && <span className={classes.why}>{t('provider.notOffered', { provider })}</span>}
      </Menu.Item>
    )
  }

  return (
    <>
      <Menu.Dropdown aria-label={t('provider.details.actions')}>
        {item('edit', <IconPencil size={16} />, () => {
          open({ kind: 'edit', keyId })
        })}
        {item('renew', <IconCalendarPlus size={16} />, () => {
          open({ kind: 'renew', keyId })
        })}
        {item('disable', <IconCircleOff size={16} />, () => {
          setAsking('disable')
        })}
        {item('enable', <IconCircleCheck size={16} />, () => {
          void setEnabled(saved, true)
        })}
        {offerOf('verify', tied) === 'not-offered' && item('verify', <IconShieldCheck size={16} />, () => undefined)}
        {item('sync', <IconCloudDown size={16} />, () => {
          void sync(link.connectionId, provider)
        })}
        {item('setPolicy', <IconRepeat size={16} />, () => {
          open({ kind: 'policy', keyId })
        })}
        {item('openConsole', <IconExternalLink size={16} />, () => {
          void openConsole({ connectionId: link.connectionId, kind: link.kind, job: 'edit' }, provider)
        })}
        <Menu.Divider />
        {item('untie', <IconUnlink size={16} />, () => {
          setAsking('untie')
        })}
        {item('revoke', <IconBan size={16} />, () => {
          open({ kind: 'revoke', keyId })
        })}
      </Menu.Dropdown>
      <ConfirmDialog
        opened={asking === 'untie'}
        title={t('provider.details.untieTitle', { name: saved.name, provider })}
        text={t('provider.details.untieText')}
        action={t('provider.details.untieAction')}
        onConfirm={() => {
          setAsking(null)
          void untie(saved)
        }}
        onClose={() => {
          setAsking(null)
        }}
      />
      <ConfirmDialog
        opened={asking === 'disable'}
        title={t('provider.details.disableTitle', { name: saved.name })}
        text={t('provider.details.disableText')}
        action={t('provider.details.disableAction')}
        onConfirm={() => {
          setAsking(null)
          void setEnabled(saved, false)
        }}
        onClose={() => {
          setAsking(null)
        }}
      />
    </>
  )
}
