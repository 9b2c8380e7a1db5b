import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure } from '../../client/failure'
import { useTerminalCommand } from '../../stores/terminal-command-store'
import { CopyablePath } from '../../ui/CopyablePath'
import { showFailureToast } from '../../ui/toasts'
import { installKq, removeKq } from './command-actions'
import classes from './TerminalSettings.module.css'

/** The terminal's `kq`: where it is, and the one thing to do about it. */
export function TerminalCommandRow() {
  const { t } = useTranslation()
  const standing = useTerminalCommand((state) => state.standing)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    useTerminalCommand
      .getState()
      .load()
      .catch((error: unknown) => {
        showFailureToast(toCallFailure(error))
      })
  }, [])
  const { state, place, folder, onPath } = standing ?? { state: 'absent', place: '', folder: '', onPath: true }

  async function act(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    await work()
    setBusy(false)
  }

  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <span id="setting-kq">{t('grants.kq.label')}</span>
        {standing && <p className={classes.help}>{t(`grants.kq.${state}`, { place })}</p>}
        {state === 'installed' && !onPath && (
          <>
            <p className={classes.warning}>{t('grants.kq.notOnPath', { folder })}</p>
            <CopyablePath
              path={`export PATH="${folder}:$PATH"`}
              label={t('settings.copyCommand')}
              copiedLabel={t('settings.copied')}
            />
          </>
        )}
      </div>
      {state === 'installed' ? (
        <Button variant="default" loading={busy} aria-describedby="setting-kq" onClick={() => void act(removeKq)}>
          {t('grants.kq.remove')}
        </Button>
      ) : (
        state !== 'packaged' && (
          <Button
            variant="default"
            loading={busy}
            disabled={standing === null || state !== 'absent'}
            aria-describedby="setting-kq"
            onClick={() => void act(installKq)}
          >
            {t('grants.kq.install')}
          </Button>
        )
      )}
    </div>
  )
}
