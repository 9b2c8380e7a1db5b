/** Words and numbers a log line may carry. There is no way to hand it an error, an object or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  /** `what` is a fixed text of the code, never made from input. */
  info(what: string, fields?: LogFields): void
  warn(what: string, fields?: LogFields): void
}
