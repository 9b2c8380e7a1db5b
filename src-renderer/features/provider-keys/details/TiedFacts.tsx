import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useUi } from '../../../stores/ui-store'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import type { TiedKey } from '../use-tied-key'
import { policyWords } from './policy-words'
import classes from './ProviderPart.module.css'

interface TiedFactsProps {
  readonly tied: TiedKey
}

/** Where the key stands at its provider. */
export function TiedFacts({ tied }: TiedFactsProps) {
  const { t } = useTranslation()
  const { link } = tied
  const rows: [label: string, value: ReactNode][] = [
    [
      t('provider.details.connection'),
      <UnstyledButton
        key="connection"
        className={cx(classes.link)}
        onClick={() => {
          useConnections.getState().open(link.connectionId)
          useUi.getState().goTo('connections')
        }}
      >
        {link.connectionName}
      </UnstyledButton>
    ],
    [t('provider.details.remoteId'), link.remoteId !== null && <span className={classes.mono}>{link.remoteId}</span>],
    [t('provider.details.origin'), t(`provider.details.origins.${link.origin}`)],
    [
      t('provider.details.seen'),
      link.missing ? (
        <span className={classes.missing}>{t('provider.details.missing')}</span>
      ) : (
        link.seenAt !== null && <Moment key="seen" at={link.seenAt} past />
      )
    ],
    [t('provider.details.policy'), policyWords(link.policy, t)]
  ]
  return (
    <dl className={classes.list}>
      {rows
        .filter(([, value]) => value !== false)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-selectable>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
