import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { copyText } from './copy-text'
import classes from './CopyablePath.module.css'

interface CopyablePathProps {
  readonly path: string
  /** What the button does, for who cannot see its icon. */
  readonly label: string
  readonly copiedLabel: string
}

/** A path in full, and a button that copies it. */
export function CopyablePath({ path, label, copiedLabel }: CopyablePathProps) {
  const [copied, setCopied] = useState(false)
  return (
    <span className={classes.path}>
      <code data-selectable>{path}</code>
      <Tooltip label={copied ? copiedLabel : label}>
        <ActionIcon
          aria-label={label}
          onClick={() => {
            setCopied(copyText(path))
          }}
        >
          {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        </ActionIcon>
      </Tooltip>
    </span>
  )
}
