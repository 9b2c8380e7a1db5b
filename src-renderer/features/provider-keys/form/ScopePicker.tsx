import type { ScopeModel } from '@contract/model/connector'
import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isPreset, searchScopes, toggled } from '../model/scopes'
import { ScopeExtras } from './ScopeExtras'
import { ScopeHints } from './ScopeHints'
import classes from './ScopePicker.module.css'
import { ScopeRow } from './ScopeRow'

interface ScopePickerProps {
  readonly model: ScopeModel
  readonly provider: string
  readonly chosen: readonly string[]
  readonly error: string | undefined
  /** What is known of the key and helps to choose. */
  readonly hint?: ReactNode
  readonly onChange: (scopes: string[]) => void
}

// A list that is seen at one glance needs no search.
const SEARCH_FROM = 6

/** What the key may do: the provider's catalogue with a sentence each, presets, and its grammar for others. */
export function ScopePicker({ model, provider, chosen, error, hint, onChange }: ScopePickerProps) {
  const { t } = useTranslation()
  const id = useId()
  const [query, setQuery] = useState('')
  const found = searchScopes(model.catalogue, query)
  const single = model.kind === 'single'

  return (
    <div role={single ? 'radiogroup' : 'group'} aria-labelledby={id}>
      <div className={classes.head}>
        <span id={id} className={classes.label}>
          {model.label}
        </span>
        {!single && <span className={classes.count}>{t('provider.scopes.chosen', { count: chosen.length })}</span>}
      </div>
      {hint}
      {model.presets.length > 0 && (
        <div className={classes.presets} role="group" aria-label={t('provider.scopes.presets')}>
          {model.presets.map(({ label, scopes }) => (
            <Button
              key={label}
              size="compact-sm"
              variant={isPreset(scopes, chosen) ? 'light' : 'default'}
              aria-pressed={isPreset(scopes, chosen)}
              onClick={() => {
                onChange([...scopes])
              }}
            >
              {label}
            </Button>
          ))}
          {chosen.length > 0 && !model.required && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                onChange([])
              }}
            >
              {t('provider.scopes.clear')}
            </Button>
          )}
        </div>
      )}
      {model.catalogue.length >= SEARCH_FROM && (
        <TextInput
          type="search"
          aria-label={t('provider.scopes.search', { label: model.label })}
          placeholder={t('provider.scopes.search', { label: model.label })}
          leftSection={<IconSearch size={16} />}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
          }}
        />
      )}
      {model.catalogue.length > 0 && (
        <div className={classes.list}>
          {found.map((scope) => (
            <ScopeRow
              key={scope.id}
              scope={scope}
              single={single}
              group={id}
              chosen={chosen.includes(scope.id)}
              onToggle={() => {
                onChange(toggled(model, chosen, scope.id))
              }}
            />
          ))}
          {found.length === 0 && <p className={classes.nothing}>{t('provider.scopes.nothing')}</p>}
        </div>
      )}
      {error !== undefined && (
        <p className={classes.error} data-problem>
          {error}
        </p>
      )}
      {model.grammar !== null && <ScopeExtras model={model} provider={provider} chosen={chosen} onChange={onChange} />}
      <ScopeHints model={model} chosen={chosen} />
    </div>
  )
}
