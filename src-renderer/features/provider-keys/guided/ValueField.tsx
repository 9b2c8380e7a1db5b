import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../../client/failure'
import { PasswordField } from '../../../ui/PasswordField'
import { Note } from '../../../ui/Note'
import classes from './Guided.module.css'

interface ValueFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly missing: boolean
  /** That the value does not look like one of this provider's. */
  readonly mismatch: CallFailure | null
  readonly provider: string
  /** How its values look, in words; empty when nobody knows. */
  readonly format: string
  readonly onTyped: () => void
  readonly onAnyFormat: () => void
}

/** Where the value made in the console is pasted. */
export function ValueField(props: ValueFieldProps) {
  const { field, missing, mismatch, provider, format, onTyped, onAnyFormat } = props
  const { t } = useTranslation()
  return (
    <>
      <PasswordField
        ref={field}
        label={t('provider.guided.value')}
        description={
          format === ''
            ? t('provider.guided.valueHelpPlain', { provider })
            : t('provider.guided.valueHelp', { provider, format })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{ innerInput: classes.mono ?? '' }}
        toggleLabel={t('form.showSecret')}
        error={missing && t('provider.guided.valueNeeded')}
        onChange={onTyped}
      />
      {mismatch !== null && (
        <Note>
          <p>
            {t('provider.guided.mismatch', {
              provider,
              expected: typeof mismatch.details.expected === 'string' ? mismatch.details.expected : format
            })}
          </p>
          <Button size="compact-sm" variant="default" mt="xs" onClick={onAnyFormat}>
            {t('provider.guided.anyFormat')}
          </Button>
        </Note>
      )}
    </>
  )
}
