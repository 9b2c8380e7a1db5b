import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connectors } from '../../../stores/connections-store'
import { Loading } from '../../../ui/Loading'
import { searchProviders } from '../provider-order'
import { ProviderList } from '../ProviderList'
import classes from './ConnectionForm.module.css'

interface ChooseProviderProps {
  readonly connectors: Connectors | null
  readonly onChoose: (connectorId: string) => void
}

export function ChooseProvider({ connectors, onChoose }: ChooseProviderProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  if (connectors === null) return <Loading label={t('common.loading')} />
  const found = searchProviders(connectors.items, typed)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        const [only] = found
        if (only !== undefined && typed.trim() !== '') onChoose(only.id)
      }}
    >
      <div className={classes.search}>
        <TextInput
          aria-label={t('connections.choose.search')}
          placeholder={t('connections.choose.search')}
          leftSection={<IconSearch size={16} />}
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          // The providers may arrive after the dialog has given the focus away.
          autoFocus
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
      </div>
      <div className={classes.fields}>
        {found.length === 0 ? (
          <p className={classes.help}>{t('connections.choose.nothing')}</p>
        ) : (
          <ProviderList connectors={found} onChoose={onChoose} />
        )}
        <p className={classes.help}>
          {t('connections.otherText')} <code data-selectable>{connectors.folder}</code>
        </p>
      </div>
    </form>
  )
}
