import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import dialog from '../dialogs/Dialog.module.css'
import { Note } from '../../../ui/Note'
import type { BulkAction, BulkPlan } from '../model/bulk-plan'
import { isProduction } from '../model/production'
import { offeredModes } from '../model/rotation-steps'
import type { TiedKey } from '../use-tied-key'
import classes from './Bulk.module.css'
import { BulkKeys } from './BulkKeys'

interface BulkReviewProps {
  readonly action: BulkAction
  readonly plan: BulkPlan
  readonly onStart: (keys: readonly TiedKey[]) => void
}

/** Every key that will be touched, what hangs on it, and which are left out and why. */
export function BulkReview({ action, plan, onStart }: BulkReviewProps) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const { close } = useProviderDialog.getState()
  const { ready, left } = plan
  const production = ready.filter(({ saved }) => isProduction(saved))
  const [onlyProduction] = production
  const phrase =
    production.length === 1 && onlyProduction !== undefined
      ? onlyProduction.saved.name
      : t('keys.bulk.revoke.phrase', { count: production.length })
  const mustType = action === 'revoke' && production.length > 0
  const isSure = !mustType || typed.trim() === phrase
  const said = new Set(ready.map(({ kind }) => kind.confirmRevoke).filter((words) => words !== ''))
  const inPlace = ready.filter(({ kind }) => offeredModes(kind.rotation)[0] === 'in-place')

  return (
    <DialogPage
      title={t(`keys.bulk.${action}.title`, { count: ready.length })}
      onSubmit={() => {
        if (isSure && ready.length > 0) onStart(ready)
      }}
      footer={
        <FormButtons
          action={t(`keys.bulk.${action}.action`, { count: ready.length })}
          danger={action !== 'rotate'}
          ready={isSure && ready.length > 0}
          first={mustType ? null : 'cancel'}
          onCancel={close}
        />
      }
    >
      {ready.length === 0 ? (
        <p className={dialog.text}>{t(`keys.bulk.${action}.none`)}</p>
      ) : (
        <>
          {action === 'revoke' ? (
            <Note tone="danger">{said.size === 0 ? t('provider.revoke.general') : [...said].join(' ')}</Note>
          ) : (
            <p className={dialog.text}>{t(`keys.bulk.${action}.lead`)}</p>
          )}
          {action === 'rotate' && inPlace.length > 0 && (
            <Note tone="danger">
              {t('keys.bulk.rotate.inPlace', {
                count: inPlace.length,
                names: names(inPlace.map(nameOf), i18n.language)
              })}
            </Note>
          )}
          <BulkKeys keys={ready} />
        </>
      )}
      {left.length > 0 && (
        <div className={classes.left}>
          <h3>{t('keys.bulk.leftOut')}</h3>
          <ul>
            {left.map(({ why, count, names: known }) => (
              <li key={why}>
                {t(`keys.bulk.why.${why}`, { count })}
                {known.length > 0 && <span className={classes.names}> {names(known, i18n.language)}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {mustType && (
        <TextInput
          label={t('keys.bulk.revoke.type', { phrase })}
          description={t('keys.bulk.revoke.typeWhy', { count: production.length })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
      )}
    </DialogPage>
  )
}

const MOST_NAMES = 4

function nameOf({ saved }: TiedKey): string {
  return saved.name
}

function names(all: readonly string[], language: string): string {
  const rest = all.length - MOST_NAMES
  return new Intl.ListFormat(language).format(rest > 0 ? [...all.slice(0, MOST_NAMES), `+${String(rest)}`] : all)
}
