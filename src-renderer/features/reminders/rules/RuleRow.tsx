import type { ReminderRule } from '@contract/model/reminder'
import { Button } from '@mantine/core'
import { IconBox, IconKey, IconStack2, IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReminders } from '../../../stores/reminders-store'
import classes from '../Part.module.css'
import { partTexts, scopeText } from './rule-words'

interface RuleRowProps {
  readonly rule: ReminderRule
  readonly readOnly: boolean
  readonly onRemove: (rule: ReminderRule) => void
}

const icons = { all: IconStack2, provider: IconBox, tag: IconTag, key: IconKey } as const

export function RuleRow({ rule, readOnly, onRemove }: RuleRowProps) {
  const { t, i18n } = useTranslation()
  const { scope, keys, keyName } = rule
  const Icon = icons[scope.of]
  const name = scopeText(scope, keyName, t)
  const says = partTexts(rule, t, i18n.language)
  const kind = scope.of === 'all' ? null : t(`reminders.rules.scopes.${scope.of}`)
  const count = t('reminders.rules.keys', { count: keys })
  return (
    <li className={classes.row}>
      <Icon size={16} className={classes.icon ?? ''} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.name}>
          <span>{name}</span>
          <span className={classes.aside}>
            {[kind, scope.of === 'key' ? null : count].filter((text) => text !== null).join(' · ')}
          </span>
        </p>
        <p className={classes.second}>{says.length === 0 ? t('reminders.rules.says.nothing') : says.join(' · ')}</p>
      </div>
      <div className={classes.actions}>
        {scope.of !== 'all' && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={readOnly}
            aria-label={t('reminders.rules.removeOf', { name })}
            onClick={() => {
              onRemove(rule)
            }}
          >
            {t('reminders.rules.remove')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          aria-label={t('reminders.rules.editOf', { name })}
          onClick={() => {
            useReminders.getState().open({ kind: 'rule', scope, name })
          }}
        >
          {t('reminders.rules.edit')}
        </Button>
      </div>
    </li>
  )
}
