import { UnstyledButton } from '@mantine/core'
import { cx } from '../../../ui/cx'
import classes from './FigureTable.module.css'

interface Figure {
  readonly id: string
  readonly name: string
  /** In the order of the columns, as they are to be read. */
  readonly values: readonly string[]
  /** What choosing the name does; without it the name is only text. */
  readonly onChoose?: (() => void) | undefined
  /** What a button on the name is called. */
  readonly chooseLabel?: string | undefined
}

interface FigureTableProps {
  readonly label: string
  /** What the names are, and what each value is. */
  readonly columns: readonly [string, ...string[]]
  readonly figures: readonly Figure[]
  readonly mono?: boolean
}

/** The figures of a chart for those who cannot see it, or would rather read them. */
export function FigureTable({ label, columns, figures, mono = false }: FigureTableProps) {
  const [first, ...others] = columns
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, name, values, onChoose, chooseLabel }) => (
          <tr key={id}>
            <th scope="row" className={cx(mono && classes.mono)}>
              {onChoose === undefined ? (
                name
              ) : (
                <UnstyledButton className={cx(classes.link)} aria-label={chooseLabel} onClick={onChoose}>
                  {name}
                </UnstyledButton>
              )}
            </th>
            {values.map((value, at) => (
              <td key={others[at]} className={classes.number}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
