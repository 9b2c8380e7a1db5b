import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../../ui/copy-text'
import { cx } from '../../../ui/cx'
import classes from './ConsoleLine.module.css'

interface ConsoleLineProps {
  readonly url: string
}

/** The provider's console, to be copied: pages of a manifest are opened for a saved connection only. */
export function ConsoleLine({ url }: ConsoleLineProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <UnstyledButton
      className={cx(classes.line)}
      onClick={() => {
        setCopied(copyText(url))
      }}
    >
      <span>{t('connections.form.console', { url })}</span>
      {copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
    </UnstyledButton>
  )
}
