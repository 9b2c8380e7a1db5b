import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { Button, TextInput } from '@mantine/core'
import { IconRefresh, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { relativeText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import { AdoptBar } from './AdoptBar'
import classes from './RemoteKeys.module.css'
import { RemoteKeyTable } from './RemoteKeyTable'
import { searchListed } from './remote-choice'
import type { RemoteKeysState } from './use-remote-keys'

interface RemoteKeysProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription
  readonly listed: NonNullable<RemoteKeysState['listed']>
  readonly loading: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onReload: () => void
}

const AT_ONCE = 200
const nothing: ReadonlySet<string> = new Set<string>()

export function RemoteKeys(props: RemoteKeysProps) {
  const { connection, connector, listed, loading, chosen, onChoose, onReload } = props
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(AT_ONCE)
  const found = searchListed(listed.items, typed)
  const labelOf = (kind: string): string => connector.kinds.find(({ id }) => id === kind)?.label ?? kind

  return (
    <section className={classes.keys} aria-label={t('connections.remote.table')}>
      <div className={classes.bar}>
        <TextInput
          type="search"
          className={classes.search ?? ''}
          aria-label={t('connections.remote.search')}
          placeholder={t('connections.remote.search')}
          leftSection={<IconSearch size={16} />}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (typed === '') event.currentTarget.blur()
            else setTyped('')
          }}
        />
        <span className={classes.when}>
          <ListedAt at={listed.at} />
        </span>
        <Button variant="default" leftSection={<IconRefresh size={16} />} loading={loading} onClick={onReload}>
          {t('connections.remote.refresh')}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className={classes.nothing}>{t('connections.remote.nothingFits')}</p>
      ) : (
        <RemoteKeyTable
          items={found.slice(0, shown)}
          labelOf={connector.kinds.length > 1 ? labelOf : null}
          chosen={chosen}
          {...(!readOnly && { onChoose })}
        />
      )}
      {found.length > shown && (
        <Button
          className={classes.more ?? ''}
          variant="default"
          onClick={() => {
            setShown((count) => count + AT_ONCE)
          }}
        >
          {t('connections.remote.more')}
        </Button>
      )}
      {listed.notOffered.map((kind) => (
        <p key={kind} className={classes.nothing}>
          {t('connections.remote.notOffered', { kind: labelOf(kind) })}
        </p>
      ))}
      <AdoptBar
        connection={connection}
        items={listed.items}
        chosen={chosen}
        onClear={() => {
          onChoose(nothing)
        }}
        onAdopted={() => {
          onChoose(nothing)
          onReload()
        }}
      />
    </section>
  )
}

function ListedAt({ at }: { readonly at: string }) {
  const { t } = useTranslation()
  const nowMs = Math.max(useNow(30_000), Date.parse(at) + 1)
  const when = relativeText(at, nowMs, t)
  return t('connections.remote.listedAt', { when: when.charAt(0).toLocaleLowerCase() + when.slice(1) })
}
