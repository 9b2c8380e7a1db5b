import type { ConnectorDescription } from '@contract/model/connector'
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ConnectionForm.module.css'
import type { UrlProblem } from './connection-form'

interface BaseUrlFieldProps {
  readonly description: ConnectorDescription
  readonly value: string
  readonly problem: UrlProblem | undefined
  readonly onChange: (value: string) => void
}

/** The address requests go to, and how sure the manifest is of it. */
export function BaseUrlField({ description, value, problem, onChange }: BaseUrlFieldProps) {
  const { t } = useTranslation()
  const { baseUrl, baseUrlProvenance } = description
  return (
    <TextInput
      label={t('connections.form.baseUrl')}
      description={
        baseUrl === null
          ? t('connections.form.baseUrlUnknown')
          : value.trim() === baseUrl
            ? t(`connections.form.baseUrlHelp.${baseUrlProvenance}`)
            : t('connections.form.baseUrlDiffers', { url: baseUrl })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ input: classes.mono ?? '' }}
      placeholder="https://"
      value={value}
      error={problem && t(`connections.form.${problem}`)}
      maxLength={2_000}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}
