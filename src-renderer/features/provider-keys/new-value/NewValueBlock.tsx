import type { KeyDetails } from '@contract/model/key'
import { Button } from '@mantine/core'
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useApp } from '../../../stores/app-store'
import { withPassword } from '../../../stores/password-gate'
import { Countdown } from '../../../ui/Countdown'
import { suggestEnvName } from '../../../ui/env-name'
import { Masked } from '../../../ui/Masked'
import { PlainSecret } from '../../../ui/PlainSecret'
import { useReveal } from '../../../ui/use-reveal'
import { said } from '../said'
import classes from './NewValue.module.css'

interface NewValueBlockProps {
  readonly saved: KeyDetails
  readonly write: ReactNode
  /** It was copied: somebody has it now. */
  readonly onTaken: () => void
}

const USUAL_REVEAL_SECONDS = 30

/** The new value, masked until it is asked for, and the ways to take it. */
export function NewValueBlock({ saved, write, onTaken }: NewValueBlockProps) {
  const { t } = useTranslation()
  const { id, name } = saved
  const seconds = useApp((state) => state.settings?.revealSeconds ?? USUAL_REVEAL_SECONDS)
  const { keyName, clearsAt } = useApp((state) => state.clipboard)
  const { revealed, reveal, hide } = useReveal(async () => {
    const { secret } = await client.call('remote.revealNew', { id })
    return { secret, hideAt: new Date(Date.now() + seconds * 1000).toISOString() }
  })
  const onClipboard = keyName === name

  return (
    <section aria-label={t('provider.value.secret')}>
      <div className={classes.heading}>
        {t('provider.value.secret')}
        {revealed && (
          <span className={classes.time}>
            <Countdown
              key={revealed.hideAt}
              until={revealed.hideAt}
              label={(left) => t('reveal.hidesIn', { seconds: left })}
            />
          </span>
        )}
      </div>
      <div className={classes.value}>
        {revealed ? (
          <PlainSecret
            secret={revealed.secret}
            envName={saved.envName ?? suggestEnvName(name)}
            label={t('details.shownSecret')}
            hint={t('reveal.drag')}
            large
          />
        ) : (
          <Masked label={t('details.maskedSecret')} />
        )}
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={revealed ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          onClick={() => {
            if (revealed) hide()
            else void said(reveal)
          }}
        >
          {revealed ? t('reveal.hide') : t('reveal.reveal')}
        </Button>
        <Button
          variant="default"
          leftSection={
            !onClipboard ? (
              <IconCopy size={16} />
            ) : clearsAt === null ? (
              <IconCheck size={16} />
            ) : (
              <Countdown key={clearsAt} until={clearsAt} />
            )
          }
          onClick={() => {
            void said(async () => {
              const clipboard = await withPassword(() => client.call('keys.copy', { id, format: 'value' }))
              useApp.setState({ clipboard })
              onTaken()
            })
          }}
        >
          {t('copy.copy')}
        </Button>
        {write}
      </div>
    </section>
  )
}
