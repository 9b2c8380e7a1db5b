import { Popover, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spans, type CallView } from '../../../stores/call-view'
import { cx } from '../../../ui/cx'
import { spanText } from '../model/time'
import { RangeForm } from './RangeForm'
import classes from './SpanField.module.css'

interface SpanFieldProps {
  readonly when: CallView['when']
  readonly onChange: (when: CallView['when']) => void
  /** Without the choice of single days, for where there is little room. */
  readonly brief?: boolean
}

/** Which time is looked at: a span that ends now, or the days in between two. */
export function SpanField({ when, onChange, brief = false }: SpanFieldProps) {
  const { t, i18n } = useTranslation()
  const [opened, setOpened] = useState(false)
  const range = typeof when === 'string' ? null : when
  return (
    <div className={cx(classes.field, brief && classes.brief)}>
      <SegmentedControl
        size="xs"
        fullWidth={brief}
        className={cx(classes.spans)}
        aria-label={t('usage.spans.label')}
        data={spans.map((value) => ({ value, label: t(`usage.spans.${value}`) }))}
        value={typeof when === 'string' ? when : ''}
        onChange={(chosen) => {
          const span = spans.find((one) => one === chosen)
          if (span !== undefined) onChange(span)
        }}
      />
      {!brief && (
        <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <UnstyledButton
              className={cx(classes.range)}
              data-on={range !== null || undefined}
              aria-label={
                range === null ? undefined : t('usage.spans.chosen', { range: rangeText(range, i18n.language) })
              }
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={() => {
                setOpened(!opened)
              }}
            >
              <IconCalendar size={16} aria-hidden="true" />
              {range === null ? t('usage.spans.range') : rangeText(range, i18n.language)}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('usage.spans.range')}>
            <RangeForm
              range={range}
              onChoose={(chosen) => {
                setOpened(false)
                onChange(chosen)
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
}

function rangeText({ fromMs, untilMs }: { fromMs: number; untilMs: number }, language: string): string {
  return spanText(fromMs, untilMs, language)
}
