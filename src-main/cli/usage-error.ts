/** The command line itself is wrong, or a file descriptor it names. Its message is a sentence for the person. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UsageError'
  }
}
