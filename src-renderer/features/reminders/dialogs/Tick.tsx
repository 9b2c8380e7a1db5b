import { Checkbox } from '@mantine/core'

interface TickProps {
  readonly label: string
  readonly help: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A choice to tick, with what it means below its words. */
export function Tick({ label, help, checked, onChange, ...rest }: TickProps) {
  return (
    <Checkbox
      label={label}
      description={help}
      checked={checked}
      onChange={(event) => {
        onChange(event.currentTarget.checked)
      }}
      {...rest}
    />
  )
}
