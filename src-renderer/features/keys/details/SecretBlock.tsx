import type { KeyDetails } from '@contract/model/key'
import { Button } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useWish } from '../../../stores/key-wish-store'
import { withPassword } from '../../../stores/password-gate'
import { Countdown } from '../../../ui/Countdown'
import { suggestEnvName } from '../../../ui/env-name'
import { Masked } from '../../../ui/Masked'
import { PlainSecret } from '../../../ui/PlainSecret'
import { useReveal } from '../../../ui/use-reveal'
import { attempt } from '../attempt'
import { CopyButton } from './CopyButton'
import classes from './DetailsPane.module.css'
import secret from './SecretBlock.module.css'

interface SecretBlockProps {
  readonly saved: KeyDetails
}

export function SecretBlock({ saved }: SecretBlockProps) {
  const { t } = useTranslation()
  const { revealed, reveal, hide } = useReveal(() => withPassword(() => client.call('keys.reveal', { id: saved.id })))

  useWish('reveal', saved.id, () => {
    if (saved.hasSecret) void attempt(reveal)
  })

  return (
    <section className={classes.section} aria-label={t('details.secret')}>
      <h3 className={classes.heading}>
        {t('details.secret')}
        {revealed && (
          <span className={secret.time}>
            <Countdown
              key={revealed.hideAt}
              until={revealed.hideAt}
              label={(seconds) => t('reveal.hidesIn', { seconds })}
            />
          </span>
        )}
      </h3>
      {saved.hasSecret ? (
        <>
          <div className={secret.value}>
            {revealed ? (
              <PlainSecret
                secret={revealed.secret}
                envName={saved.envName ?? suggestEnvName(saved.name)}
                label={t('details.shownSecret')}
                hint={t('reveal.drag')}
              />
            ) : (
              <Masked label={t('details.maskedSecret')} />
            )}
          </div>
          <div className={secret.actions}>
            {revealed ? (
              <Button variant="default" leftSection={<IconEyeOff size={16} />} onClick={hide}>
                {t('reveal.hide')}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconEye size={16} />}
                onClick={() => {
                  void attempt(reveal)
                }}
              >
                {t('reveal.reveal')}
              </Button>
            )}
            <CopyButton saved={saved} />
          </div>
        </>
      ) : (
        <p className={secret.absent}>{t('details.notKept')}</p>
      )}
    </section>
  )
}
