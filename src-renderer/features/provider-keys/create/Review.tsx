import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressOf, hostOf } from '../../../stores/account-marks'
import { useAccountMarks } from '../../../stores/use-account-marks'
import { ProvenanceChip } from '../../../ui/ProvenanceChip'
import { isByHand, toLocal, toRequest, type CreateValues } from '../model/create-form'
import { Facts } from './Facts'
import { remoteFacts } from './remote-facts'
import classes from './Review.module.css'
import type { Chosen } from './use-chosen'

interface ReviewProps {
  readonly chosen: Chosen
  readonly values: CreateValues
  readonly onChange: (step: 'there' | 'here') => void
}

/** What exactly will be sent, where to, and what stays here. */
export function Review({ chosen, values, onChange }: ReviewProps) {
  const { t, i18n } = useTranslation()
  const { connection, connector, kind } = chosen
  const account = [connection.name, useAccountMarks().get(connection.id)].filter(Boolean).join(' · ')
  const host = hostOf(addressOf(connection, connector)) ?? connector.name
  const byHand = isByHand(connection.mode, kind, 'create')
  const operation = kind.operations.create
  const local = toLocal(values)
  const like = t('provider.create.likeProvider')
  return (
    <>
      <section className={classes.part}>
        <div className={classes.head}>
          <h3>
            {byHand
              ? t('provider.create.titleOf', { provider: connector.name })
              : t('provider.create.sentTo', { connection: account, host })}
          </h3>
          <Button
            className={classes.change ?? ''}
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onChange('there')
            }}
          >
            {t('provider.create.change')}
          </Button>
        </div>
        {byHand || operation === undefined ? (
          <p className={classes.by}>{t('provider.create.notSent', { provider: connector.name })}</p>
        ) : (
          <p className={classes.by}>
            {t('provider.create.sentBy', { method: operation.method, path: operation.path })}
            <ProvenanceChip provenance={operation.provenance} note={operation.note} />
          </p>
        )}
        <Facts facts={remoteFacts(kind, toRequest(values, kind), t, i18n.language)} />
      </section>
      <section className={classes.part}>
        <div className={classes.head}>
          <h3>{t('provider.create.keptHere')}</h3>
          <Button
            className={classes.change ?? ''}
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onChange('here')
            }}
          >
            {t('provider.create.change')}
          </Button>
        </div>
        <Facts
          facts={[
            { label: t('provider.create.envName'), value: local.envName, mono: true },
            { label: t('provider.create.project'), value: local.project ?? (kind.projects ? like : null) },
            {
              label: t('provider.create.environment'),
              value: local.environment ?? (kind.environments.length > 0 ? like : null)
            },
            { label: t('provider.create.tags'), value: local.tags },
            {
              label: t('provider.create.keep'),
              value: t(local.keep === 'vault' ? 'provider.create.keepVault' : 'provider.create.keepNever')
            }
          ]}
        />
      </section>
    </>
  )
}
