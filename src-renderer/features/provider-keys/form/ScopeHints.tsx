import type { ScopeModel } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import { adminAmong, narrowerChoices } from '../model/scopes'
import classes from './ScopePicker.module.css'

interface ScopeHintsProps {
  readonly model: ScopeModel
  readonly chosen: readonly string[]
}

/** Warns of power over the account, and says where less would do. */
export function ScopeHints({ model, chosen }: ScopeHintsProps) {
  const { t } = useTranslation()
  const admin = adminAmong(chosen, model.catalogue)
  const narrower = narrowerChoices(chosen, model.catalogue)
  return (
    <div className={classes.hints} aria-live="polite">
      {chosen.length === 0 && model.warning !== null && <Note>{model.warning}</Note>}
      {admin.length > 0 && <Note>{t('provider.scopes.adminWarning', { scopes: admin.join(', ') })}</Note>}
      {narrower.length > 0
        ? narrower.map((one) => (
            <p key={one.chosen} className={classes.hint}>
              {t('provider.scopes.narrower', { ...one })}
            </p>
          ))
        : chosen.length === 0 && <p className={classes.hint}>{t('provider.scopes.least')}</p>}
    </div>
  )
}
