/** What a person is told: what happened, what was kept, what to do. `{{name}}` stands for a detail of the error. */
export interface ErrorText {
  readonly happened: string
  readonly kept: string
  readonly next: string
}
