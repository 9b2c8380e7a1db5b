import type { ConnectionId } from '@contract/model/connection'
import { Button, Input, Select, TagsInput, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import classes from './Field.module.css'
import picker from './ScopePicker.module.css'
import { ScopeRow } from './ScopeRow'
import { useOptions, type OptionsOf } from './use-options'

interface OptionsFieldProps {
  readonly connectionId: ConnectionId
  readonly of: OptionsOf
  /** Whether the provider can be asked; otherwise what it offers is typed. */
  readonly ask: boolean
  readonly label: string
  readonly help: string
  readonly many: boolean
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (chosen: string[]) => void
}

/** Something the account has: its projects, roles or services. Chosen from what it answers, typed where it answers nothing. */
export function OptionsField(props: OptionsFieldProps) {
  const { connectionId, of, ask, label, help, many, chosen, error, onChange } = props
  const { t } = useTranslation()
  const id = useId()
  const { items, failure, again } = useOptions(connectionId, of, ask)
  const waits = ask && items === null && failure === null

  if (waits) {
    return (
      <Input.Wrapper label={label} labelElement="div">
        <Loading label={t('common.loading')} />
      </Input.Wrapper>
    )
  }
  if (items === null || items.length === 0) {
    return (
      <div>
        {many ? (
          <TagsInput
            label={label}
            description={help}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            classNames={{ inputField: classes.short ?? '' }}
            value={[...chosen]}
            error={error}
            acceptValueOnBlur
            splitChars={[',']}
            onChange={onChange}
          />
        ) : (
          <TextInput
            label={label}
            description={help}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={chosen[0] ?? ''}
            error={error}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => {
              const typed = event.currentTarget.value
              onChange(typed === '' ? [] : [typed])
            }}
          />
        )}
        {failure !== null && (
          <>
            <div className={picker.hints}>
              <FailureNote failure={failure} />
            </div>
            <Button size="compact-sm" variant="default" mt="xs" onClick={again}>
              {t('provider.retry')}
            </Button>
          </>
        )}
      </div>
    )
  }
  if (!many && items.every(({ description }) => description === '')) {
    return (
      <Select
        label={label}
        data={items.map((item) => ({ value: item.id, label: item.label === '' ? item.id : item.label }))}
        value={chosen[0] ?? null}
        error={error}
        searchable={items.length > 10}
        allowDeselect={false}
        onChange={(value) => {
          onChange(value === null ? [] : [value])
        }}
      />
    )
  }
  return (
    <div role={many ? 'group' : 'radiogroup'} aria-labelledby={id}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={picker.list}>
        {items.map((item) => (
          <ScopeRow
            key={item.id}
            scope={item}
            single={!many}
            group={id}
            chosen={chosen.includes(item.id)}
            onToggle={() => {
              if (!many) onChange([item.id])
              else onChange(chosen.includes(item.id) ? chosen.filter((one) => one !== item.id) : [...chosen, item.id])
            }}
          />
        ))}
      </div>
      {error !== undefined && (
        <p className={picker.error} data-problem>
          {error}
        </p>
      )}
    </div>
  )
}
