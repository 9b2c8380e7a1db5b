import { useTranslation } from 'react-i18next'
import type { ListPart, RuleForm, RuleProblems } from '../model/rule-form'
import { ChannelChoice } from './ChannelChoice'
import { DaysField } from './DaysField'
import { NumbersField } from './NumbersField'
import { RulePart } from './RulePart'

interface RuleFieldsProps {
  readonly form: RuleForm
  /** The rule for all keys has nothing wider to leave a part to. */
  readonly widest: boolean
  readonly problems: RuleProblems['parts']
  readonly onChange: (change: Partial<RuleForm>) => void
}

const ages = ['rotateEveryDays', 'unusedForDays'] as const

export function RuleFields({ form, widest, problems, onChange }: RuleFieldsProps) {
  const { t } = useTranslation()
  const list = (part: ListPart) => (
    <RulePart
      key={part}
      part={part}
      mode={form[part].mode}
      widest={widest}
      problem={problems.includes(part) ? t('reminders.rules.chooseOne') : null}
      onMode={(mode) => {
        onChange({ [part]: { ...form[part], mode } })
      }}
    >
      <NumbersField
        part={part}
        numbers={form[part].numbers}
        onChange={(numbers) => {
          onChange({ [part]: { mode: 'on', numbers } })
        }}
      />
    </RulePart>
  )
  const age = (part: (typeof ages)[number]) => (
    <RulePart
      key={part}
      part={part}
      mode={form[part].mode}
      widest={widest}
      problem={problems.includes(part) ? t('reminders.rules.daysNeeded') : null}
      onMode={(mode) => {
        onChange({ [part]: { ...form[part], mode } })
      }}
    >
      <DaysField
        label={t(`reminders.rules.parts.${part}`)}
        days={form[part].days}
        wrong={problems.includes(part)}
        onChange={(days) => {
          onChange({ [part]: { mode: 'on', days } })
        }}
      />
    </RulePart>
  )
  return (
    <div>
      {list('expiryLeadDays')}
      {list('graceLeadHours')}
      {list('usagePercents')}
      {ages.map(age)}
      <RulePart
        part="notify"
        mode={form.notify}
        widest={widest}
        problem={null}
        onMode={(notify) => {
          onChange({ notify })
        }}
      />
      <RulePart
        part="channels"
        mode={form.channels.mode}
        widest={widest}
        problem={problems.includes('channels') ? t('reminders.rules.channelNeeded') : null}
        onMode={(mode) => {
          onChange({ channels: { ...form.channels, mode } })
        }}
      >
        <ChannelChoice
          ids={form.channels.ids}
          onChange={(ids) => {
            onChange({ channels: { mode: 'on', ids } })
          }}
        />
      </RulePart>
    </div>
  )
}
