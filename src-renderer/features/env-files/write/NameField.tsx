import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NameTrouble } from './name-troubles'
import classes from './WriteDialog.module.css'

interface NameFieldProps {
  /** Whose name it is, where there are several; it is read out with each field. A single one has the focus first. */
  readonly of?: string
  readonly name: string
  readonly trouble: NameTrouble | null
  readonly onName: (name: string) => void
}

/** The name that a key has in the file. */
export function NameField({ of, name, trouble, onName }: NameFieldProps) {
  const { t } = useTranslation()
  const said =
    trouble === null
      ? undefined
      : trouble.is === 'wrong'
        ? t('env.write.nameWrong')
        : t('env.write.nameTwice', { key: trouble.other })
  return (
    <TextInput
      {...(of === undefined
        ? { label: t('env.write.name'), description: t('env.write.nameHelp'), 'data-autofocus': true }
        : { 'aria-label': t('env.write.nameOf', { key: of }) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={name}
      maxLength={128}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: classes.mono ?? '' }}
      error={said}
      onChange={(event) => {
        onName(event.currentTarget.value)
      }}
    />
  )
}
