import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { absoluteText, dateText } from '../../../texts/dates'
import { Countdown } from '../../../ui/Countdown'
import { PlainSecret } from '../../../ui/PlainSecret'
import { useReveal } from '../../../ui/use-reveal'
import { attempt } from '../attempt'
import previous from './PreviousValues.module.css'
import secret from './SecretBlock.module.css'

interface PreviousValueProps {
  readonly id: KeyId
  readonly value: KeyDetails['previousValues'][number]
}

/** A value the key had before, masked until it is asked for. */
export function PreviousValue({ id, value }: PreviousValueProps) {
  const { t, i18n } = useTranslation()
  const { version, preview, replacedAt } = value
  const { revealed, reveal, hide } = useReveal(() =>
    withPassword(() => client.call('keys.revealPrevious', { id, version }))
  )
  const when = absoluteText(replacedAt, i18n.language)
  const label = revealed ? t('reveal.hidePrevious', { when }) : t('reveal.previous', { when })
  return (
    <li>
      <div className={previous.line}>
        <span className={previous.preview}>{preview}</span>
        {revealed ? (
          <span className={secret.time}>
            <Countdown
              key={revealed.hideAt}
              until={revealed.hideAt}
              label={(seconds) => t('reveal.hidesIn', { seconds })}
            />
          </span>
        ) : (
          <span className={previous.when}>
            {t('details.replacedAt', { when: dateText(replacedAt, i18n.language) })}
          </span>
        )}
        <Tooltip label={revealed ? t('reveal.hide') : t('reveal.reveal')}>
          <ActionIcon
            aria-label={label}
            onClick={() => {
              if (revealed) hide()
              else void attempt(reveal)
            }}
          >
            {revealed ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {revealed && (
        <div className={secret.value}>
          <PlainSecret secret={revealed.secret} envName={null} label={label} hint={t('reveal.dragValue')} />
        </div>
      )}
    </li>
  )
}
