import type { VariableField } from '@contract/model/connector'
import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface VariableFieldsProps {
  readonly variables: readonly VariableField[]
  readonly values: Readonly<Record<string, string>>
  readonly lacking: readonly string[]
  readonly onChange: (values: Record<string, string>) => void
}

/** What the manifest needs to know of the account, such as an organization's name. */
export function VariableFields({ variables, values, lacking, onChange }: VariableFieldsProps) {
  const { t } = useTranslation()
  return variables.map(({ id, label, help, required, options }) => {
    const common = {
      label,
      description: [help, required ? '' : `${t('connections.form.optional')}.`].filter(Boolean).join(' '),
      inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
      value: values[id] ?? '',
      error: lacking.includes(id) && t('connections.form.valueNeeded')
    }
    return options.length > 0 ? (
      <Select
        key={id}
        {...common}
        data={options}
        allowDeselect={!required}
        comboboxProps={{ withinPortal: true }}
        onChange={(value) => {
          onChange({ ...values, [id]: value ?? '' })
        }}
      />
    ) : (
      <TextInput
        key={id}
        {...common}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          onChange({ ...values, [id]: event.currentTarget.value })
        }}
      />
    )
  })
}
