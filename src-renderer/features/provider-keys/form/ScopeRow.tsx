import type { ScopeChoice } from '@contract/model/connector'
import { Checkbox, Radio } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import classes from './ScopePicker.module.css'

interface ScopeRowProps {
  readonly scope: ScopeChoice
  readonly single: boolean
  /** The name that the radio buttons of one list share. */
  readonly group: string
  readonly chosen: boolean
  readonly onToggle: () => void
}

/** One scope or role: its name as the provider writes it, what it allows, and how far it reaches. */
export function ScopeRow({ scope, single, group, chosen, onToggle }: ScopeRowProps) {
  const { t } = useTranslation()
  const named = scope.label === '' || scope.label === scope.id
  const parts = {
    className: classes.row ?? '',
    classNames: {
      body: classes.body ?? '',
      labelWrapper: classes.labelWrapper ?? '',
      label: classes.rowLabel ?? ''
    },
    checked: chosen,
    onChange: onToggle,
    description: scope.description === '' ? undefined : scope.description,
    label: (
      <span className={classes.line}>
        <span className={cx(classes.name, !named && classes.plain)}>{named ? scope.id : scope.label}</span>
        {scope.risk !== null && (
          <span className={classes.risk} data-risk={scope.risk}>
            {scope.risk === 'admin' && <IconShieldExclamation size={16} aria-hidden="true" />}
            {t(`provider.scopes.${scope.risk}`)}
          </span>
        )}
      </span>
    )
  }
  return single ? <Radio {...parts} name={group} value={scope.id} /> : <Checkbox {...parts} size="sm" />
}
