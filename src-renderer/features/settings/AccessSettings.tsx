import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { ChangePasswordDialog } from './ChangePasswordDialog'
import { DeviceUnlockDialog } from './DeviceUnlockDialog'
import { RotateDataKeyDialog } from './RotateDataKeyDialog'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

type Dialog = 'password' | 'device' | 'dataKey'

/** The ways into the vault and the key behind them. */
export function AccessSettings() {
  const { t } = useTranslation()
  const session = useApp((state) => state.session)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  if (session === null) return null
  const { recoveryCode, deviceUnlock, readOnly } = session
  const close = (): void => {
    setDialog(null)
  }
  const opens = (which: Dialog) => (): void => {
    setDialog(which)
  }

  return (
    <section>
      <h2 className={classes.heading}>{t('access.title')}</h2>
      <SettingRow id="access-password" label={t('access.password')} help={t('access.passwordHelp')}>
        <Button variant="default" disabled={readOnly} onClick={opens('password')}>
          {t('access.changePassword')}
        </Button>
      </SettingRow>
      <SettingRow
        id="access-recovery"
        label={t('kit.code')}
        help={recoveryCode ? t('access.codeMade') : t('access.noCode')}
      >
        <Button
          variant="default"
          disabled={readOnly}
          onClick={() => {
            useUi.getState().makeKit(true)
          }}
        >
          {recoveryCode ? t('kit.makeAnother') : t('kit.make')}
        </Button>
      </SettingRow>
      <SettingRow
        id="access-device"
        label={t('access.device')}
        help={deviceUnlock === 'unavailable' ? t('access.deviceUnavailable') : t('access.deviceHelp')}
      >
        <Switch
          className={classes.switch ?? ''}
          aria-labelledby="access-device"
          checked={deviceUnlock === 'on'}
          disabled={readOnly || deviceUnlock === 'unavailable'}
          onChange={opens('device')}
        />
      </SettingRow>
      <SettingRow id="access-data-key" label={t('access.dataKey')} help={t('access.dataKeyHelp')}>
        <Button variant="default" disabled={readOnly} onClick={opens('dataKey')}>
          {t('access.rotate')}
        </Button>
      </SettingRow>
      <ChangePasswordDialog opened={dialog === 'password'} onClose={close} />
      <DeviceUnlockDialog opened={dialog === 'device'} on={deviceUnlock !== 'on'} onClose={close} />
      <RotateDataKeyDialog opened={dialog === 'dataKey'} onClose={close} />
    </section>
  )
}
