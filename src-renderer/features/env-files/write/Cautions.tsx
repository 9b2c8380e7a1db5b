import type { EnvPreview, EnvPreviewKey } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import classes from './WriteDialog.module.css'

interface CautionsProps {
  readonly preview: EnvPreview
  readonly bind: boolean
}

/** What else there is to know of the file: other lines of a name, who can read it, whose a name is now. */
export function Cautions({ preview: { keys, warnings }, bind }: CautionsProps) {
  const { t } = useTranslation()
  const repeated = keys.filter(({ duplicates }) => duplicates.length > 0)
  const rebound = keys.filter(({ keyName, boundKeyName }) => boundKeyName !== null && boundKeyName !== keyName)
  return (
    <>
      <Repeated keys={repeated} alone={keys.length === 1} />
      {warnings.map((warning) => (
        <Note key={warning} tone="warn" title={t(`env.warnings.${warning}`)}>
          {t(`env.warningsText.${warning}`)}
        </Note>
      ))}
      <Rebound keys={rebound} bind={bind} />
    </>
  )
}

function Repeated({ keys, alone }: { readonly keys: readonly EnvPreviewKey[]; readonly alone: boolean }) {
  const { t, i18n } = useTranslation()
  const linesOf = ({ duplicates }: EnvPreviewKey): string =>
    new Intl.ListFormat(i18n.language).format(duplicates.map(String))
  const [first] = keys
  if (first === undefined) return null
  if (alone) {
    const { length: count } = first.duplicates
    return <Note tone="calm">{t('env.preview.duplicates', { count, lines: linesOf(first) })}</Note>
  }
  return (
    <Note tone="calm" title={t('env.preview.duplicatesMany')}>
      <ul className={classes.each}>
        {keys.map((key) => (
          <li key={key.name}>
            {t('env.preview.duplicatesOf', { name: key.name, count: key.duplicates.length, lines: linesOf(key) })}
          </li>
        ))}
      </ul>
    </Note>
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
