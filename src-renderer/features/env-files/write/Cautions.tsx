import type { EnvPreview, EnvPreviewKey } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import { saidWarnings } from '../parts/said-warnings'
import classes from './WriteDialog.module.css'

interface CautionsProps {
  readonly preview: EnvPreview
  readonly bind: boolean
}

/** What to know before the file is written: who can read it, whose a name is now. */
export function Cautions({ preview: { keys, warnings }, bind }: CautionsProps) {
  const { t } = useTranslation()
  const rebound = keys.filter(({ keyName, boundKeyName }) => boundKeyName !== null && boundKeyName !== keyName)
  return (
    <>
      {saidWarnings(warnings).map((warning) => (
        <Note key={warning} tone="warn" title={t(`env.warnings.${warning}`)}>
          {t(`env.warningsText.${warning}`)}
        </Note>
      ))}
      <Rebound keys={rebound} bind={bind} />
    </>
  )
}

function Rebound({ keys, bind }: { readonly keys: readonly EnvPreviewKey[]; readonly bind: boolean }) {
  const { t } = useTranslation()
  const [first, ...others] = keys
  if (first === undefined) return null
  if (others.length === 0) {
    const { name, boundKeyName } = first
    return (
      <Note tone="warn">
        {t(bind ? 'env.preview.rebinds' : 'env.preview.boundElse', { name, key: boundKeyName ?? '' })}
      </Note>
    )
  }
  return (
    <Note tone="warn" title={t(bind ? 'env.preview.rebindsMany' : 'env.preview.boundElseMany')}>
      <ul className={classes.each}>
        {keys.map(({ name, boundKeyName }) => (
          <li key={name}>{t('env.preview.boundTo', { name, key: boundKeyName ?? '' })}</li>
        ))}
      </ul>
    </Note>
  )
}
