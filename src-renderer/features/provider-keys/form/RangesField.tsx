import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { parseRanges } from '../model/ip-ranges'
import classes from './Field.module.css'

interface RangesFieldProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

/** IP ranges, one per line, each judged while it is typed. */
export function RangesField({ value, error, onChange }: RangesFieldProps) {
  const { t } = useTranslation()
  const { problems, open } = parseRanges(value)
  return (
    <div>
      <Textarea
        label={t('provider.create.ipRanges')}
        description={t('provider.create.ipHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{ input: classes.mono ?? '' }}
        value={value}
        error={error}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
      />
      {problems.length + open.length > 0 && (
        <ul className={classes.checks} aria-live="polite">
          {problems.map(({ line, text, meant }) => (
            <li key={line} className={classes.wrong}>
              {meant === null
                ? t('provider.create.ipProblem', { line, range: text })
                : t('provider.create.ipMeant', { line, range: text, meant })}
            </li>
          ))}
          {open.map((range) => (
            <li key={range} className={classes.careful}>
              {t('provider.create.ipOpen', { range })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
