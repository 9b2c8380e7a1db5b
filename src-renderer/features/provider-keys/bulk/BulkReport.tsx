import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconLoader } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { absoluteText } from '../../../texts/dates'
import { failureText } from '../../../texts/failure-text'
import { DialogPage } from '../dialogs/DialogPage'
import type { BulkAction } from '../model/bulk-plan'
import classes from './Bulk.module.css'
import type { BulkOutcome, useBulkRun } from './use-bulk-run'

interface BulkReportProps {
  readonly action: BulkAction
  readonly run: ReturnType<typeof useBulkRun>
  readonly outcomes: readonly BulkOutcome[]
}

const icons = {
  waiting: IconCircleDashed,
  working: IconLoader,
  done: IconCircleCheck,
  failed: IconAlertTriangle
} as const

/** How far it is, and what became of each key. */
export function BulkReport({ action, run, outcomes }: BulkReportProps) {
  const { t } = useTranslation()
  const { close } = useProviderDialog.getState()
  const { running, stopping } = run
  const over = outcomes.filter(({ state }) => state === 'done' || state === 'failed').length
  const failed = outcomes.filter(({ state }) => state === 'failed')
  const untouched = outcomes.filter(({ state }) => state === 'waiting')
  const again = [...failed, ...untouched].map(({ tied }) => tied)
  const working = outcomes.find(({ state }) => state === 'working')

  return (
    <DialogPage
      title={t(`keys.bulk.${action}.title`, { count: outcomes.length })}
      busy={working === undefined ? null : t(`keys.bulk.${action}.working`, { name: working.tied.saved.name })}
      footer={
        running ? (
          <Button variant="default" disabled={stopping} onClick={run.stop}>
            {t(stopping ? 'keys.bulk.stopping' : 'keys.bulk.stop')}
          </Button>
        ) : (
          <>
            {again.length > 0 && (
              <Button
                variant="default"
                onClick={() => {
                  run.start(again)
                }}
              >
                {t('keys.bulk.again', { count: again.length })}
              </Button>
            )}
            <Button data-autofocus onClick={close}>
              {t('common.close')}
            </Button>
          </>
        )
      }
    >
      <div role="status">
        <p className={classes.standing}>
          {running
            ? t('keys.bulk.progress', { done: over, count: outcomes.length })
            : t(`keys.bulk.${action}.done`, { count: over - failed.length })}
          {!running && failed.length > 0 && ` ${t('keys.bulk.failed', { count: failed.length })}`}
          {!running && untouched.length > 0 && ` ${t('keys.bulk.untouched', { count: untouched.length })}`}
        </p>
        {running && (
          <Progress
            value={(over / outcomes.length) * 100}
            size="sm"
            aria-label={t('keys.bulk.progress', { done: over, count: outcomes.length })}
          />
        )}
      </div>
      <ul className={classes.outcomes} aria-label={t('keys.bulk.report')} tabIndex={0}>
        {outcomes.map((outcome) => (
          <Outcome key={outcome.tied.saved.id} outcome={outcome} action={action} />
        ))}
      </ul>
    </DialogPage>
  )
}

function Outcome({ outcome, action }: { readonly outcome: BulkOutcome; readonly action: BulkAction }) {
  const { t, i18n } = useTranslation()
  const { tied, state, failure, rotation } = outcome
  const Icon = icons[state]
  const told = failure === null ? null : failureText({ ...failure, id: '' }, i18n.language)
  const until = rotation?.graceEndsAt ?? null
  return (
    <li data-state={state}>
      <Icon size={16} aria-hidden="true" />
      <div>
        <span className={classes.name}>{tied.saved.name}</span>
        <p className={classes.facts}>
          {told !== null
            ? `${told.happened} ${told.next}`
            : state === 'done' && until !== null
              ? t('keys.bulk.rotate.until', { when: absoluteText(until, i18n.language) })
              : state === 'done'
                ? t(`keys.bulk.${action}.one`)
                : t(`keys.bulk.state.${state}`)}
        </p>
      </div>
      {rotation !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('provider.details.openRotation')} ${tied.saved.name}`}
          onClick={() => {
            useProviderDialog.getState().open({ kind: 'rotation', keyId: tied.saved.id, rotationId: rotation.id })
          }}
        >
          {t('provider.details.openRotation')}
        </Button>
      )}
    </li>
  )
}
