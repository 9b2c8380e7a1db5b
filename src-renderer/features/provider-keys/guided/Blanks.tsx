import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../../ui/copy-text'
import type { Blank } from './blanks'
import classes from './Guided.module.css'

interface BlanksProps {
  readonly blanks: readonly Blank[]
}

/** What goes into the provider's form, each to be copied with one click. None of it is secret. */
export function Blanks({ blanks }: BlanksProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <dl className={classes.blanks}>
      {blanks.map(({ label, value }) => (
        <div key={label} className={classes.blank}>
          <dt>{label}</dt>
          <dd>
            <span data-selectable>{value}</span>
            <Tooltip
              label={copied === label ? t('provider.guided.copied') : t('provider.guided.copy', { what: label })}
            >
              <ActionIcon
                aria-label={t('provider.guided.copy', { what: label })}
                onClick={() => {
                  if (copyText(value)) setCopied(label)
                }}
              >
                {copied === label ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          </dd>
        </div>
      ))}
    </dl>
  )
}
