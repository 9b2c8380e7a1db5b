import { ActionIcon, Button, Tooltip } from '@mantine/core'
import type { ReactNode, Ref } from 'react'

interface BarButtonProps {
  readonly icon: ReactNode
  readonly label: string
  /** Its icon alone; the label is read out and shown on hover. */
  readonly narrow: boolean
  readonly onClick?: () => void
  readonly ref?: Ref<HTMLButtonElement>
}

/** One of the things to do with the selected keys. What a menu gives the button it opens from is handed on. */
export function BarButton({ icon, label, narrow, ...button }: BarButtonProps) {
  if (narrow) {
    return (
      <Tooltip label={label}>
        <ActionIcon color="harbour" aria-label={label} {...button}>
          {icon}
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <Button size="compact-sm" variant="subtle" leftSection={icon} {...button}>
      {label}
    </Button>
  )
}
