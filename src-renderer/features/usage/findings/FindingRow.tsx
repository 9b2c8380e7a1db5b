import type { FindingKind, UsageFinding } from '@contract/model/usage'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowsExchange, IconGauge, IconMapPin, IconRoute, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { everything, type CallView } from '../../../stores/call-view'
import { goToKey, goToRotation } from '../../../stores/go-to-place'
import { useUsage } from '../../../stores/usage-store'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { acknowledge, reopen } from '../usage-actions'
import { findingWords } from './finding-words'
import classes from './Findings.module.css'

interface FindingRowProps {
  readonly finding: UsageFinding
  readonly readOnly: boolean
}

const icons: Readonly<Record<FindingKind, Icon>> = {
  'new-address': IconMapPin,
  'new-endpoint': IconRoute,
  'error-burst': IconAlertTriangle,
  'old-key-used': IconArrowsExchange,
  quota: IconGauge
}

export function FindingRow({ finding, readOnly }: FindingRowProps) {
  const { t, i18n } = useTranslation()
  const { at, keyId, keyName, connectionName, facts, acknowledgedAt } = finding
  const { title, why, next } = findingWords(finding, t, i18n.language)
  const FindingIcon = icons[facts.kind]
  const isGrave = facts.kind === 'old-key-used' || (facts.kind === 'quota' && facts.percent >= 100)
  const { show, look } = useUsage.getState()

  return (
    <li className={classes.finding} aria-label={title}>
      <FindingIcon size={20} className={cx(classes.icon, isGrave && classes.grave)} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.about}>
          {keyName ?? connectionName}
          {keyName !== null && <span className={classes.account}> · {connectionName}</span>} · <Moment at={at} past />
        </p>
        <p className={classes.why}>{why}</p>
        <p className={classes.why}>{next}</p>
      </div>
      <div className={classes.actions}>
        {facts.kind === 'quota' ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              show('quotas')
            }}
          >
            {t('usage.findings.showQuota')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              look(callsOf(finding))
              show('calls')
            }}
          >
            {t('usage.findings.showCalls')}
          </Button>
        )}
        {keyId !== null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              if (facts.kind === 'old-key-used') void goToRotation(keyId)
              else goToKey(keyId)
            }}
          >
            {t(facts.kind === 'old-key-used' ? 'usage.findings.openRotation' : 'usage.findings.openKey')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          onClick={() => {
            void (acknowledgedAt === null ? acknowledge([finding]) : reopen([finding]))
          }}
        >
          {t(acknowledgedAt === null ? 'usage.findings.acknowledge' : 'usage.findings.reopen')}
        </Button>
      </div>
    </li>
  )
}

/** The calls a finding is about. */
function callsOf({ facts, keyId, connectionId }: UsageFinding): CallView {
  const view: CallView = { ...everything, connectionId, keyIds: keyId === null ? [] : [keyId], when: '90d' }
  switch (facts.kind) {
    case 'new-address':
      return { ...view, ip: facts.ip }
    case 'new-endpoint':
      return {
        ...view,
        path: facts.endpoint.split('{id}')[0] ?? '',
        methods: facts.method === null ? [] : [facts.method]
      }
    case 'error-burst':
      return {
        ...view,
        classes: ['4xx', '5xx'],
        when: { fromMs: Date.parse(facts.from), untilMs: Date.parse(facts.until) }
      }
    default:
      return view
  }
}
