import type { Clock } from '../ports/clock'

/** Waits for `work`, but no longer than `limitMs`; false when it failed. What takes longer goes on unwatched. */
export async function withinLimit(
  work: () => Promise<void> | void,
  limitMs: number,
  clock: Pick<Clock, 'after'>
): Promise<boolean> {
  let cancel = (): void => undefined
  const limit = new Promise<void>((resolve) => {
    cancel = clock.after(limitMs, resolve)
  })
  try {
    await Promise.race([work(), limit])
    return true
  } catch {
    return false
  } finally {
    cancel()
  }
}
