import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconClipboard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useApp } from '../../stores/app-store'
import { Countdown } from '../../ui/Countdown'
import classes from './ClipboardLeaseView.module.css'

interface ClipboardLeaseViewProps {
  readonly folded: boolean
}

/** What Keyquay has on the clipboard, for how much longer, and the way to end it. */
export function ClipboardLeaseView({ folded }: ClipboardLeaseViewProps) {
  const { t } = useTranslation()
  const { keyName, clearsAt } = useApp((state) => state.clipboard)
  if (keyName === null) return null
  const clear = (): void => {
    client.call('clipboard.clear', {}).catch(() => undefined)
  }
  const holds = t('clipboard.holds', { name: keyName })

  if (folded) {
    return (
      <Tooltip label={`${holds}. ${t('clipboard.clearNow')}`} position="right">
        <ActionIcon className={classes.folded ?? ''} size={36} aria-label={t('clipboard.clearNow')} onClick={clear}>
          {clearsAt === null ? <IconClipboard size={20} /> : <Countdown key={clearsAt} until={clearsAt} size={20} />}
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <section className={classes.lease} aria-label={t('clipboard.label')}>
      <p className={classes.name} title={holds}>
        <IconClipboard size={16} aria-hidden="true" />
        <span>{keyName}</span>
      </p>
      <div className={classes.row}>
        <span className={classes.time}>
          {clearsAt === null ? (
            t('clipboard.stays')
          ) : (
            <Countdown key={clearsAt} until={clearsAt} label={(seconds) => t('clipboard.clearsIn', { seconds })} />
          )}
        </span>
        <Button size="compact-xs" variant="default" onClick={clear}>
          {t('clipboard.clearNow')}
        </Button>
      </div>
    </section>
  )
}
