import type { ConnectorDescription } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import { PasswordField } from '../../../ui/PasswordField'
import { ConsoleLine } from './ConsoleLine'
import classes from './ConnectionForm.module.css'
import { credentialInput } from './credential-inputs'

interface CredentialFieldsProps {
  readonly description: ConnectorDescription
  /** They were given before, for another address. */
  readonly again: boolean
  readonly missing: readonly string[]
  readonly onTyped: () => void
}

/** One field for each credential of a manifest, with where to get it. What is typed stays in the field. */
export function CredentialFields({ description, again, missing, onTyped }: CredentialFieldsProps) {
  const { t } = useTranslation()
  const { credentials, consoleUrl } = description
  if (credentials.length === 0) return null
  return (
    <div className={classes.group}>
      {again && <Note>{t('connections.form.credentialAgain')}</Note>}
      {credentials.map(({ id, label, howToGet, required }) => (
        <PasswordField
          key={id}
          name={credentialInput(id)}
          label={label}
          toggleLabel={t('connections.form.show')}
          description={required ? howToGet : `${t('connections.form.optional')}. ${howToGet}`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ innerInput: classes.mono ?? '' }}
          error={missing.includes(id) && t('connections.form.credentialNeeded')}
          onChange={onTyped}
        />
      ))}
      <div>
        <p className={classes.help}>{t('connections.form.credentialKept')}</p>
        {consoleUrl !== null && <ConsoleLine url={consoleUrl} />}
      </div>
    </div>
  )
}
