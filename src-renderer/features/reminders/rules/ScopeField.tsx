import type { KeySummary } from '@contract/model/key'
import type { RuleScope } from '@contract/model/reminder'
import { SegmentedControl, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useFacets } from '../../../stores/facets-store'
import classes from '../dialogs/Dialog.module.css'

interface ScopeFieldProps {
  readonly scope: RuleScope | null
  readonly lacking: boolean
  readonly onChange: (scope: RuleScope | null) => void
}

type Of = 'provider' | 'tag' | 'key'
const kinds = ['provider', 'tag', 'key'] as const
const MOST_KEYS = 50

/** What a new rule is about: a provider, a tag or one key. */
export function ScopeField({ scope, lacking, onChange }: ScopeFieldProps) {
  const { t } = useTranslation()
  const facets = useFacets((state) => state.facets)
  const [of, setOf] = useState<Of>('provider')
  const [text, setText] = useState('')
  const keys = useKeys(of === 'key', text)
  const choices = {
    provider: facets?.providers.map(({ value }) => ({ value, label: value })) ?? [],
    tag: facets?.tags.map(({ value }) => ({ value, label: value })) ?? [],
    key: keys.map(({ id, name, provider }) => ({
      value: id,
      label: provider === null ? name : `${name} · ${provider}`
    }))
  }

  const choose = (value: string | null): void => {
    if (value === null) onChange(null)
    else if (of === 'provider') onChange({ of, provider: value })
    else if (of === 'tag') onChange({ of, tag: value })
    else {
      const key = keys.find(({ id }) => id === value)
      onChange(key === undefined ? null : { of, keyId: key.id })
    }
  }

  return (
    <div>
      <span id="rule-about" className={classes.label}>
        {t('reminders.rules.about')}
      </span>
      <SegmentedControl
        fullWidth
        mb={8}
        aria-labelledby="rule-about"
        data={kinds.map((value) => ({ value, label: t(`reminders.rules.scopes.${value}`) }))}
        value={of}
        onChange={(value) => {
          setOf(value)
          onChange(null)
        }}
      />
      <Select
        key={of}
        data-autofocus
        searchable
        openOnFocus={false}
        aria-label={t(`reminders.rules.scopes.${of}`)}
        placeholder={t(
          `reminders.rules.${({ provider: 'chooseProvider', tag: 'chooseTag', key: 'chooseKey' } as const)[of]}`
        )}
        nothingFoundMessage={t('palette.nothing')}
        data={choices[of]}
        value={
          scope === null || scope.of === 'all'
            ? null
            : scope.of === 'provider'
              ? scope.provider
              : scope.of === 'tag'
                ? scope.tag
                : scope.keyId
        }
        error={lacking && t('reminders.rules.scopeNeeded')}
        onChange={choose}
        {...(of === 'key' && { onSearchChange: setText, filter: ({ options }) => options })}
      />
    </div>
  )
}

/** The first keys that fit what is typed. */
function useKeys(wanted: boolean, text: string): readonly KeySummary[] {
  const [found, setFound] = useState<readonly KeySummary[]>([])
  useEffect(() => {
    if (!wanted) return
    let isCurrent = true
    // The line of the key that is chosen holds its provider too.
    const name = text.split(' · ')[0] ?? ''
    client.call('keys.list', { text: name.trim(), limit: MOST_KEYS }).then(
      ({ items }) => {
        if (isCurrent) setFound(items)
      },
      () => undefined
    )
    return () => {
      isCurrent = false
    }
  }, [wanted, text])
  return found
}
