import type { ScopeModel } from '@contract/model/connector'
import { Button, Pill, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toggled } from '../model/scopes'
import classes from './ScopePicker.module.css'

interface ScopeExtrasProps {
  readonly model: ScopeModel
  readonly provider: string
  readonly chosen: readonly string[]
  readonly onChange: (scopes: string[]) => void
}

/** Scopes outside of the catalogue. The core holds them to the provider's grammar before anything is sent. */
export function ScopeExtras({ model, provider, chosen, onChange }: ScopeExtrasProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const scope = typed.trim()
  const extras = chosen.filter((one) => !model.catalogue.some(({ id }) => id === one))
  const add = (): void => {
    if (scope === '') return
    if (!chosen.includes(scope)) onChange(toggled(model, chosen, scope))
    setTyped('')
  }
  return (
    <>
      <div className={classes.more}>
        <TextInput
          label={t('provider.scopes.add')}
          description={t('provider.scopes.addHelp', { provider })}
          classNames={{ input: classes.name ?? '' }}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="default" disabled={scope === ''} onClick={add}>
          {t('provider.scopes.addAction')}
        </Button>
      </div>
      {extras.length > 0 && (
        <div className={classes.extra}>
          {extras.map((one) => (
            <Pill
              key={one}
              className={classes.pill ?? ''}
              withRemoveButton
              removeButtonProps={{ 'aria-label': t('provider.scopes.remove', { scope: one }), tabIndex: 0 }}
              onRemove={() => {
                onChange(chosen.filter((other) => other !== one))
              }}
            >
              {one}
            </Pill>
          ))}
        </div>
      )}
    </>
  )
}
