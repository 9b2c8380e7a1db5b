import type { EnvPreview } from '@contract/model/env'
import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Diff.module.css'

interface DiffProps {
  readonly lines: EnvPreview['diff']
}

const signs = { same: '', removed: '−', added: '+', skipped: '⋯' } as const

/** Which lines of a file go and which come. Its values are masked before they reach the window. */
export function Diff({ lines }: DiffProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={t('env.preview.diff')}>
      <ol className={classes.diff}>
        {lines.map(({ kind, line, text }, index) => (
          <li key={index} className={classes.line} data-kind={kind}>
            <span className={classes.number}>
              {kind !== 'skipped' && (
                <>
                  <VisuallyHidden>{t('env.line')} </VisuallyHidden>
                  {line}
                </>
              )}
            </span>
            <span className={classes.sign}>
              <span aria-hidden="true">{signs[kind]}</span>
              {kind !== 'same' && <VisuallyHidden>{t(`env.preview.${kind}`)}</VisuallyHidden>}
            </span>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </div>
  )
}
