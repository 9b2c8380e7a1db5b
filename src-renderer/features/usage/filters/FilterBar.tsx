import type { Connection } from '@contract/model/connection'
import type { UsageFacets } from '@contract/model/usage'
import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { everything, isNarrowed, type CallView } from '../../../stores/call-view'
import { useConnections } from '../../../stores/connections-store'
import { useAccountMarks } from '../../../stores/use-account-marks'
import { cx } from '../../../ui/cx'
import { FilterMenu } from '../../../ui/FilterMenu'
import { statusWord } from '../model/status'
import classes from './FilterBar.module.css'
import { SpanField } from './SpanField'

interface FilterBarProps {
  readonly view: CallView
  readonly facets: UsageFacets | null
  readonly onLook: (change: Partial<CallView>) => void
}

const classNames = ['2xx', '3xx', '4xx', '5xx', 'none'] as const

/** What narrows the calls that are looked at: path, account, key, method, status, source, address and time. */
export function FilterBar({ view, facets, onLook }: FilterBarProps) {
  const { t } = useTranslation()
  const connections = useConnections((state) => state.connections) ?? []
  const marks = useAccountMarks()
  const nameOf = ({ id, name, provider }: Connection): string => {
    const isShared = connections.some((one) => one.id !== id && one.name === name)
    return isShared ? [name, provider, marks.get(id)].filter(Boolean).join(' · ') : name
  }
  const keys = facets?.keys.flatMap(({ keyId, keyName }) =>
    keyId === null ? [] : [{ value: keyId, label: keyName ?? keyId }]
  )
  const statuses = facets?.statuses.map(({ value }) => value) ?? view.statuses
  const plain = (values: readonly { value: string }[] | undefined) =>
    (values ?? []).map(({ value }) => ({ value, label: value }))

  return (
    <div className={classes.bar} role="group" aria-label={t('usage.filters.label')}>
      <TextInput
        type="search"
        size="xs"
        className={cx(classes.path)}
        aria-label={t('usage.filters.path')}
        placeholder={t('usage.filters.path')}
        value={view.path}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={16} />}
        onChange={(event) => {
          onLook({ path: event.currentTarget.value })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (view.path === '') event.currentTarget.blur()
          else onLook({ path: '' })
        }}
      />
      {connections.length > 1 && (
        <FilterMenu
          label={t('usage.filters.account')}
          choices={connections.map((one) => ({ value: one.id, label: nameOf(one) }))}
          chosen={view.connectionId === null ? [] : [view.connectionId]}
          onChange={(chosen) => {
            const id = chosen.at(-1)
            onLook({ connectionId: connections.find((one) => one.id === id)?.id ?? null })
          }}
        />
      )}
      <FilterMenu
        label={t('usage.filters.key')}
        choices={keys ?? []}
        chosen={view.keyIds}
        onChange={(chosen) => {
          onLook({ keyIds: (keys ?? []).map(({ value }) => value).filter((id) => chosen.includes(id)) })
        }}
      />
      <FilterMenu
        label={t('usage.filters.method')}
        choices={plain(facets?.methods)}
        chosen={view.methods}
        onChange={(methods) => {
          onLook({ methods })
        }}
      />
      <FilterMenu
        label={t('usage.filters.status')}
        choices={[
          ...classNames.map((name) => ({ value: name, label: t(`usage.classes.${name}`) })),
          ...statuses.map((status) => ({ value: String(status), label: `${String(status)} ${statusWord(status, t)}` }))
        ]}
        chosen={[...view.classes, ...view.statuses.map(String)]}
        onChange={(chosen) => {
          onLook({
            classes: classNames.filter((name) => chosen.includes(name)),
            statuses: statuses.filter((status) => chosen.includes(String(status)))
          })
        }}
      />
      <FilterMenu
        label={t('usage.filters.source')}
        choices={plain(facets?.sources)}
        chosen={view.sources}
        onChange={(sources) => {
          onLook({ sources })
        }}
      />
      {view.ip !== null && (
        <UnstyledButton
          className={cx(classes.address)}
          aria-label={t('usage.filters.dropIp', { ip: view.ip })}
          onClick={() => {
            onLook({ ip: null })
          }}
        >
          {view.ip}
          <IconX size={12} aria-hidden="true" />
        </UnstyledButton>
      )}
      {isNarrowed(view) && (
        <UnstyledButton
          className={cx(classes.clear)}
          onClick={() => {
            onLook({ ...everything, when: view.when })
          }}
        >
          {t('list.clearFilters')}
        </UnstyledButton>
      )}
      <SpanField
        when={view.when}
        onChange={(when) => {
          onLook({ when })
        }}
      />
    </div>
  )
}
