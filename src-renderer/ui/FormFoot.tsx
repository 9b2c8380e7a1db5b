import { cx } from './cx'
import { FormButtons, type FormButtonsProps } from './FormButtons'
import classes from './FormFoot.module.css'

interface FormFootProps extends FormButtonsProps {
  /** Under a line, for where what is above it scrolls. */
  readonly lined?: boolean
}

/** The foot of a form or a question, with its two buttons. */
export function FormFoot({ lined = false, ...buttons }: FormFootProps) {
  return (
    <div className={cx(classes.foot, lined && classes.lined)}>
      <FormButtons {...buttons} />
    </div>
  )
}
