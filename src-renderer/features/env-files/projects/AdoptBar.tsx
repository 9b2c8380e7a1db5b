import type { AdoptChoice } from '@contract/model/env'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import { useDoing } from '../../../stores/use-doing'
import classes from './Files.module.css'

interface AdoptBarProps {
  readonly token: string
  readonly choices: readonly AdoptChoice[]
  readonly onClear: () => void
}

/** What was chosen and what becomes of it. Nothing while nothing is. */
export function AdoptBar({ token, choices, onClear }: AdoptBarProps) {
  const { t } = useTranslation()
  const { busy, failure, run } = useDoing()
  if (choices.length === 0 && failure === null) return null
  const count = (action: AdoptChoice['action']): number => choices.filter((choice) => choice.action === action).length
  const parts = [
    count('add') > 0 && t('env.adopt.add', { count: count('add') }),
    count('bind') > 0 && t('env.adopt.bind', { count: count('bind') }),
    count('replace') > 0 && t('env.adopt.replace', { count: count('replace') })
  ].filter((part) => part !== false)
  const adopt = (): void => {
    void run(async () => {
      const done = await withPassword(() => client.call('projects.adopt', { token, choices: [...choices] }))
      showToast(t('env.toast.adopted', { count: done.bound }))
      onClear()
    })
  }
  return (
    <div className={classes.bar} role="group" aria-label={t('env.adopt.label')}>
      <p className={classes.chosen} aria-live="polite">
        {t('env.adopt.chosen', { count: choices.length })} <span>{parts.join(' ')}</span>
      </p>
      <Button variant="default" disabled={busy} onClick={onClear}>
        {t('env.adopt.clear')}
      </Button>
      <Button loading={busy} disabled={choices.length === 0} onClick={adopt}>
        {t('env.adopt.confirm')}
      </Button>
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  )
}
