import { Button, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { FailureNote } from '../../ui/FailureNote'
import { showToast } from '../../ui/toasts'
import { Working } from '../../ui/Working'
import { chosenAtFirst, choicesFor, groupsIn } from './import-choice'
import classes from './ImportDialog.module.css'
import { ImportGrid } from './ImportGrid'
import type { ImportPreview } from './import-types'

interface ImportPreviewFormProps {
  readonly preview: ImportPreview
  readonly onDone: () => void
  /** Leaves this file out and goes on; null where no other follows. */
  readonly onSkip: (() => void) | null
  readonly onCancel: () => void
}

export function ImportPreviewForm({ preview, onDone, onSkip, onCancel }: ImportPreviewFormProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => chosenAtFirst(preview.items))
  const groups = useMemo(() => groupsIn(preview.items), [preview])
  const bindable = preview.format === 'env' && preview.fileName !== ''
  const [bind, setBind] = useState(bindable)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function take(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      const choices = choicesFor(preview.items, chosen)
      const { added, replaced } = await client.call('import.apply', { token: preview.token, choices, bind })
      showToast(
        replaced === 0 ? t('import.added', { count: added }) : t('import.addedAndReplaced', { count: added, replaced })
      )
      onDone()
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  return (
    <>
      <p className={classes.summary}>
        {t(`import.formats.${preview.format}`)} · {t('import.entries', { count: preview.items.length })} ·{' '}
        {t('import.masked')}
      </p>
      {groups.length === 0 ? (
        <p className={classes.nothing}>{t('import.nothing')}</p>
      ) : (
        <ImportGrid groups={groups} chosen={chosen} onChoose={setChosen} />
      )}
      {(failure !== null || busy) && (
        <div className={classes.note}>
          {failure ? <FailureNote failure={failure} /> : <Working label={t('import.taking')} />}
        </div>
      )}
      {bindable && groups.length > 0 && (
        <div className={classes.note}>
          <Switch
            label={t('keys.drop.bind', { file: preview.fileName })}
            description={t('keys.drop.bindHelp')}
            checked={bind}
            onChange={(event) => {
              setBind(event.currentTarget.checked)
            }}
          />
        </div>
      )}
      <footer className={classes.footer}>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {onSkip !== null && (
          <Button variant="default" disabled={busy} onClick={onSkip}>
            {t('import.skip')}
          </Button>
        )}
        <Button
          loading={busy}
          disabled={chosen.size === 0}
          onClick={() => {
            void take()
          }}
        >
          {t('import.take', { count: chosen.size })}
        </Button>
      </footer>
    </>
  )
}
