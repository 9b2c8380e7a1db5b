import type { KeyId } from '@contract/model/base'
import { Menu, Button } from '@mantine/core'
import { IconDots, IconRefresh, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { FailureNote } from '../../../ui/FailureNote'
import { BusyNote } from '../dialogs/BusyNote'
import { offerOf } from '../model/offers'
import { useTiedKey, type TiedKey } from '../use-tied-key'
import classes from './ProviderPart.module.css'
import { RotationLine } from './RotationLine'
import { TiedFacts } from './TiedFacts'
import { TiedMenu } from './TiedMenu'
import { useVerify } from './use-verify'
import { Verdict } from './Verdict'

interface ProviderPartProps {
  readonly id: KeyId
  /** How sections and their headings look where this stands. */
  readonly sectionClass: string | undefined
  readonly headingClass: string | undefined
}

/** What ties a key to its provider, and what can be done with it there. Nothing for a key that is tied to none. */
export function ProviderPart({ id, sectionClass, headingClass }: ProviderPartProps) {
  const { t } = useTranslation()
  const { link, tied, failure } = useTiedKey(id)
  const known = useConnections((state) => state.connections !== null && state.connectors !== null)
  if (failure !== null && link === undefined) {
    return (
      <section className={sectionClass}>
        <FailureNote failure={failure} />
      </section>
    )
  }
  if (link === null || link === undefined || (tied === null && !known)) return null
  if (tied === null) {
    return (
      <section className={sectionClass}>
        <h3 className={headingClass}>{link.connectionName}</h3>
        <p className={classes.note}>{t('provider.gone')}</p>
      </section>
    )
  }
  return (
    <section className={sectionClass} aria-label={t('provider.details.heading', { provider: tied.provider })}>
      <h3 className={headingClass}>{t('provider.details.heading', { provider: tied.provider })}</h3>
      <Tied tied={tied} />
    </section>
  )
}

interface TiedProps {
  readonly tied: TiedKey
}

function Tied({ tied }: TiedProps) {
  const { t } = useTranslation()
  const { saved, link, provider } = tied
  const { verdict, verifying, verify } = useVerify(saved.id)
  const { open } = useProviderDialog.getState()
  const rotating = saved.state === 'rotating'
  return (
    <>
      <RotationLine keyId={saved.id} />
      <TiedFacts tied={tied} />
      {!saved.hasSecret && link.origin === 'adopted' && (
        <p className={classes.note}>{t('provider.details.unknownValue')}</p>
      )}
      {link.forgetsSecret && <p className={classes.note}>{t('provider.details.forgets')}</p>}
      <div className={classes.actions}>
        {!rotating && offerOf('rotate', tied) === 'offered' && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            onClick={() => {
              open({ kind: 'start-rotation', keyId: saved.id })
            }}
          >
            {t('provider.details.rotate')}
          </Button>
        )}
        {offerOf('verify', tied) === 'offered' && (
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={16} />}
            loading={verifying}
            onClick={() => {
              void verify()
            }}
          >
            {t('provider.details.verify')}
          </Button>
        )}
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" className={classes.more ?? ''} aria-label={t('provider.details.actions')}>
              <IconDots size={16} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <TiedMenu tied={tied} />
        </Menu>
      </div>
      {verifying && (
        <div className={classes.note}>
          <BusyNote label={t('provider.details.verifying', { provider })} />
        </div>
      )}
      {verdict !== undefined && !verifying && <Verdict works={verdict} provider={provider} />}
    </>
  )
}
