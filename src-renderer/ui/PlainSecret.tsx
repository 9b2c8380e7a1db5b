import type { DragEvent } from 'react'
import classes from './PlainSecret.module.css'
import { cx } from './cx'
import { isEnvName } from './env-name'

interface PlainSecretProps {
  readonly secret: string
  /** What it is called in an env file; null when no name could be made. */
  readonly envName: string | null
  readonly label: string
  /** What dragging it does. */
  readonly hint: string
  readonly large?: boolean
}

/**
 * A revealed value. One click selects it whole; dragged onto an editor it gives `NAME='value'`, and the value alone
 * where the two would not be read back as they are.
 */
export function PlainSecret({ secret, envName, label, hint, large = false }: PlainSecretProps) {
  const dragged = (event: DragEvent): void => {
    event.dataTransfer.clearData()
    event.dataTransfer.setData('text/plain', lineOf(envName, secret))
    // An editor that would move it has nothing to take away here.
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <code
      className={cx(classes.plain, large && classes.large)}
      aria-label={label}
      title={hint}
      data-selectable
      draggable
      onDragStart={dragged}
    >
      {secret}
    </code>
  )
}

function lineOf(envName: string | null, secret: string): string {
  const isReadBack = /^[\x20-\x7e]*$/.test(secret) && !/['\\]/.test(secret) && !secret.includes('${')
  return envName !== null && isEnvName(envName) && isReadBack ? `${envName}='${secret}'` : secret
}
