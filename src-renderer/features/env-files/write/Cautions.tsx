import type { EnvPreview } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { Caution } from '../parts/Caution'

interface CautionsProps {
  readonly preview: EnvPreview
  readonly bind: boolean
}

/** What else there is to know of the file: other lines of the name, who can read it, whose the name is now. */
export function Cautions({ preview, bind }: CautionsProps) {
  const { t, i18n } = useTranslation()
  const { duplicates, warnings, name, keyName, boundKeyName } = preview
  const lines = new Intl.ListFormat(i18n.language).format(duplicates.map(String))
  return (
    <>
      {duplicates.length > 0 && (
        <Caution tone="calm">{t('env.preview.duplicates', { count: duplicates.length, lines })}</Caution>
      )}
      {warnings.map((warning) => (
        <Caution key={warning} tone="warn" title={t(`env.warnings.${warning}`)}>
          {t(`env.warningsText.${warning}`)}
        </Caution>
      ))}
      {name !== null && boundKeyName !== null && boundKeyName !== keyName && (
        <Caution tone="warn">
          {t(bind ? 'env.preview.rebinds' : 'env.preview.boundElse', { name, key: boundKeyName })}
        </Caution>
      )}
    </>
  )
}
