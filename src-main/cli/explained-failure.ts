import { CallFailed } from './client'

/** A failure with what there is to choose from: `lines` for a person, `offered` for a program. */
export class ExplainedFailure extends CallFailed {
  readonly lines: readonly string[]
  readonly offered: readonly { readonly id: string; readonly label: string; readonly description: string }[]

  constructor(failed: CallFailed, lines: readonly string[], offered: ExplainedFailure['offered'] = []) {
    super(failed.envelope)
    this.name = 'ExplainedFailure'
    this.lines = lines
    this.offered = offered
  }
}
