import { cx } from '../../../ui/cx'
import classes from './FilePath.module.css'

interface FilePathProps {
  /** The whole path; shows on hover. */
  readonly file: string
  /** What is shown of it. */
  readonly path?: string
  readonly strong?: boolean
}

/** A path in one line. What does not fit is cut at its start: the end says which file it is. */
export function FilePath({ file, path = file, strong = false }: FilePathProps) {
  return (
    <span className={cx(classes.path, strong && classes.strong)} title={file}>
      <bdi data-selectable>{path}</bdi>
    </span>
  )
}
