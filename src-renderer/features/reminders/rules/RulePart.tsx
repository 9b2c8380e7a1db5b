import { SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { critical, type PartMode, type RuleForm } from '../model/rule-form'
import classes from './RulePart.module.css'

interface RulePartProps {
  readonly part: keyof RuleForm
  readonly mode: PartMode
  readonly widest: boolean
  readonly problem: string | null
  readonly onMode: (mode: PartMode) => void
  /** What is said while the part is on. */
  readonly children?: ReactNode
}

const modes = ['inherit', 'on', 'off'] as const

/** One thing a rule may decide: on, off, or left to the wider rule. */
export function RulePart({ part, mode, widest, problem, onMode, children }: RulePartProps) {
  const { t } = useTranslation()
  const id = `rule-${part}`
  const isCritical = critical.has(part)
  return (
    <section className={classes.part} aria-labelledby={id} {...(problem !== null && { 'data-problem': true })}>
      <div className={classes.line}>
        <div className={classes.words}>
          <p className={classes.title}>
            <span id={id}>{t(`reminders.rules.parts.${part}`)}</span>
            {isCritical && <span className={classes.recommended}>{t('reminders.rules.recommended')}</span>}
          </p>
          <p className={classes.help}>{t(`reminders.rules.helps.${part}`)}</p>
        </div>
        {widest ? (
          <Switch
            aria-labelledby={id}
            checked={mode === 'on'}
            onChange={(event) => {
              onMode(event.currentTarget.checked ? 'on' : 'off')
            }}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-labelledby={id}
            data={modes.map((value) => ({ value, label: t(`reminders.rules.modes.${value}`) }))}
            value={mode}
            onChange={onMode}
          />
        )}
      </div>
      {mode === 'on' && children}
      {mode === 'off' && isCritical && <p className={classes.warning}>{t('reminders.rules.offWarning')}</p>}
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
