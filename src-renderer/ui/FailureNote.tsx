import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, type Failure } from '../texts/failure-text'
import { copyText } from './copy-text'
import { cx } from './cx'
import classes from './FailureNote.module.css'
import { Note } from './Note'

interface FailureNoteProps {
  readonly failure: Failure
  /** Without a ground of its own, for where it lies on one already. */
  readonly plain?: boolean
}

/** What happened, what was kept, what to do; never a dead end. */
export function FailureNote({ failure, plain = false }: FailureNoteProps) {
  const { t, i18n } = useTranslation()
  const [copied, setCopied] = useState(false)
  const { happened, kept, next, id } = failureText(failure, i18n.language)
  return (
    <Note tone="danger" title={happened} role="alert" plain={plain}>
      <p>
        {kept} {next}
      </p>
      {id !== '' && (
        <UnstyledButton
          className={cx(classes.id)}
          aria-label={`${t('failure.copyId')} ${id}`}
          onClick={() => {
            setCopied(copyText(id))
          }}
        >
          {id}
          {copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
        </UnstyledButton>
      )}
    </Note>
  )
}
