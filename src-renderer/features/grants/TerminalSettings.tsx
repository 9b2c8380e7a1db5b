import type { Settings } from '@contract/model/settings'
import { Button, Switch } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isCallFailure, toCallFailure } from '../../client/failure'
import { changeSetting } from '../../stores/change-setting'
import { useGrants } from '../../stores/grants-store'
import { FailureNote } from '../../ui/FailureNote'
import { showFailureToast } from '../../ui/toasts'
import { revoke } from './grant-actions'
import { GrantRow } from './GrantRow'
import { TerminalCommandRow } from './TerminalCommandRow'
import classes from './TerminalSettings.module.css'

/** Whether programs in a terminal may ask for the vault, and what those that asked may do now. */
export function TerminalSettings({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const live = useGrants((state) => state.live) ?? []
  const failure = useGrants((state) => state.failure)
  const section = useRef<HTMLElement>(null)
  const rows = useRef(live.length)
  useEffect(() => {
    const gone = live.length < rows.current
    rows.current = live.length
    // A button that ends an access goes with its row: the keyboard goes on at the next one, or at what stands above.
    if (gone && document.activeElement === document.body) focusIn(section.current)
  }, [live.length])

  async function change(on: boolean): Promise<void> {
    try {
      await changeSetting({ terminalAccess: on })
    } catch (error) {
      if (!isCallFailure(error, 'cancelled')) showFailureToast(toCallFailure(error))
    }
  }

  return (
    <section ref={section} id="terminals" aria-labelledby="terminals-heading">
      <h2 id="terminals-heading" className={classes.heading}>
        {t('grants.heading')}
        {live.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => void revoke(null)}>
            {t('grants.revokeAll')}
          </Button>
        )}
      </h2>
      <TerminalCommandRow />
      <div className={classes.row}>
        <div className={classes.words}>
          <span id="setting-terminalAccess">{t('grants.access')}</span>
          <p className={classes.help}>{t('grants.accessHelp')}</p>
        </div>
        <Switch
          className={classes.switch ?? ''}
          aria-labelledby="setting-terminalAccess"
          checked={settings.terminalAccess}
          onChange={(event) => {
            void change(event.currentTarget.checked)
          }}
        />
      </div>
      {failure && <FailureNote failure={failure} />}
      {live.length === 0 ? (
        settings.terminalAccess && <p className={classes.none}>{t('grants.none')}</p>
      ) : (
        <ul className={classes.list} aria-label={t('grants.listLabel')}>
          {live.map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </ul>
      )}
    </section>
  )
}

function focusIn(section: HTMLElement | null): void {
  const first = section?.querySelector<HTMLElement>('li button') ?? section?.querySelector<HTMLElement>('input')
  first?.focus()
}
