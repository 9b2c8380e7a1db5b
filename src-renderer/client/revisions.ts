/** Tells news from what is older than what is already shown. */
export interface Revisions {
  /** Takes the snapshot's revision as the floor of every topic. */
  start(revision: number): void
  /** Whether this revision of the topic is new; if so it is remembered. */
  take(topic: string, revision: number): boolean
}

/** Keeps the last revision of each topic, so that a late event never overwrites a newer one. */
export function createRevisions(): Revisions {
  let floor = -1
  const latest = new Map<string, number>()
  return {
    start(revision) {
      floor = revision
      latest.clear()
    },
    take(topic, revision) {
      if (revision <= (latest.get(topic) ?? floor)) return false
      latest.set(topic, revision)
      return true
    }
  }
}
