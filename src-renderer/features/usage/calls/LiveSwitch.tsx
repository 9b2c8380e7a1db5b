import { Switch } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useUsage } from '../../../stores/usage-store'
import classes from './LiveSwitch.module.css'

interface LiveSwitchProps {
  /** The log is scrolled away from its newest call, so it holds still. */
  readonly paused: boolean
}

// Each asking holds for a minute.
const ASK_AGAIN_MS = 45_000

/** Lets new calls come in by themselves, for as long as this is on the screen. */
export function LiveSwitch({ paused }: LiveSwitchProps) {
  const { t } = useTranslation()
  const live = useUsage((state) => state.live)
  const connectionId = useUsage((state) => state.view.connectionId)

  useEffect(() => {
    if (!live) return
    const follow = (): void => {
      const connectionIds = connectionId === null ? [] : [connectionId]
      // Why an account does not answer stands with the account.
      client.call('usage.follow', { connectionIds }).catch(() => undefined)
    }
    follow()
    const timer = window.setInterval(follow, ASK_AGAIN_MS)
    return () => {
      window.clearInterval(timer)
    }
  }, [live, connectionId])

  return (
    <div className={classes.live}>
      {live && <span className={classes.state}>{t(paused ? 'usage.live.paused' : 'usage.live.on')}</span>}
      <Switch
        size="xs"
        label={t('usage.live.label')}
        checked={live}
        onChange={(event) => {
          useUsage.getState().setLive(event.currentTarget.checked)
        }}
      />
    </div>
  )
}
