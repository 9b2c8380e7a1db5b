import type { Settings, SettingsChange } from '@contract/model/settings'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSetting } from './change-setting'
import classes from './SettingsScreen.module.css'

type TimeSetting = 'autoLockMinutes' | 'askPasswordAgainMinutes' | 'revealSeconds' | 'clipboardClearSeconds'

interface TimeFieldProps {
  readonly settings: Settings
  readonly name: TimeSetting
  /** What 0 means here. */
  readonly zero: string
}

const choices: Readonly<Record<TimeSetting, readonly number[]>> = {
  autoLockMinutes: [1, 2, 5, 10, 15, 30, 60, 240, 0],
  askPasswordAgainMinutes: [0, 1, 5, 15, 30, 60],
  revealSeconds: [5, 10, 30, 60, 120],
  clipboardClearSeconds: [10, 20, 30, 60, 90, 120, 0]
}

/** How long something lasts; its label is the one with the id `setting-` and the name of the setting. */
export function TimeField({ settings, name, zero }: TimeFieldProps) {
  const { t } = useTranslation()
  const say = (count: number): string => {
    if (count === 0) return zero
    if (name.endsWith('Seconds')) return t('settings.seconds', { count })
    return count >= 60 ? t('settings.hours', { count: count / 60 }) : t('settings.minutes', { count })
  }
  return (
    <Select
      className={classes.pick ?? ''}
      aria-labelledby={`setting-${name}`}
      data={withCurrent(choices[name], settings[name]).map((count) => ({ value: String(count), label: say(count) }))}
      value={String(settings[name])}
      allowDeselect={false}
      onChange={(value) => {
        const change: SettingsChange = { [name]: Number(value) }
        void changeSetting(change)
      }}
    />
  )
}

/** The choices with the one in force among them, as it may have been set elsewhere. */
function withCurrent(counts: readonly number[], current: number): readonly number[] {
  return counts.includes(current) ? counts : [current, ...counts]
}
