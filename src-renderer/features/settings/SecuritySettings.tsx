import type { Settings, SettingsChange } from '@contract/model/settings'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSetting } from './change-setting'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

interface SecuritySettingsProps {
  readonly settings: Settings
}

type TimeSetting = 'autoLockMinutes' | 'askPasswordAgainMinutes' | 'revealSeconds' | 'clipboardClearSeconds'

const choices: Readonly<Record<TimeSetting, readonly number[]>> = {
  autoLockMinutes: [1, 2, 5, 10, 15, 30, 60, 240, 0],
  askPasswordAgainMinutes: [0, 1, 5, 15, 30, 60],
  revealSeconds: [5, 10, 30, 60, 120],
  clipboardClearSeconds: [10, 20, 30, 60, 90, 120, 0]
}

export function SecuritySettings({ settings }: SecuritySettingsProps) {
  const { t } = useTranslation()
  const minutes = (count: number): string =>
    count >= 60 ? t('settings.hours', { count: count / 60 }) : t('settings.minutes', { count })
  const seconds = (count: number): string => t('settings.seconds', { count })

  const field = (name: TimeSetting, zero: string, say: (count: number) => string) => (
    <Select
      className={classes.pick ?? ''}
      aria-labelledby={`setting-${name}`}
      data={withCurrent(choices[name], settings[name]).map((count) => ({
        value: String(count),
        label: count === 0 ? zero : say(count)
      }))}
      value={String(settings[name])}
      allowDeselect={false}
      onChange={(value) => {
        const change: SettingsChange = { [name]: Number(value) }
        void changeSetting(change)
      }}
    />
  )

  return (
    <>
      <section>
        <h2 className={classes.heading}>{t('settings.security')}</h2>
        <SettingRow id="setting-autoLockMinutes" label={t('settings.autoLock')} help={t('settings.autoLockHelp')}>
          {field('autoLockMinutes', t('settings.never'), minutes)}
        </SettingRow>
        <SettingRow
          id="setting-askPasswordAgainMinutes"
          label={t('settings.askAgain')}
          help={t('settings.askAgainHelp')}
        >
          {field('askPasswordAgainMinutes', t('settings.always'), minutes)}
        </SettingRow>
        <SettingRow id="setting-revealSeconds" label={t('settings.reveal')}>
          {field('revealSeconds', t('settings.never'), seconds)}
        </SettingRow>
      </section>
      <section>
        <h2 className={classes.heading}>{t('settings.clipboardSection')}</h2>
        <SettingRow
          id="setting-clipboardClearSeconds"
          label={t('settings.clipboard')}
          help={t('settings.clipboardHelp')}
          warning={settings.clipboardClearSeconds === 0 ? t('settings.clipboardNever') : undefined}
        >
          {field('clipboardClearSeconds', t('settings.never'), seconds)}
        </SettingRow>
      </section>
    </>
  )
}

/** The choices with the one in force among them, as it may have been set elsewhere. */
function withCurrent(counts: readonly number[], current: number): readonly number[] {
  return counts.includes(current) ? counts : [current, ...counts]
}
