import type { Clock } from '../ports/clock'
import type { Keys } from './keys'
import type { SessionKeeper } from './session-keeper'

/** Days a deleted key rests in the bin. */
const RESTING_DAYS = 30
const DAY_MS = 86_400_000
/** Some hours less than a day, so that who opens the vault once a day is seen. */
const EARLIER_MS = 20 * 3_600_000
const PAGE = 500
const MOST_PAGES = 5

/**
 * Empties the bin of what has rested long enough. A clock that was set forward must not age everything at once: it is
 * done only when the audit trail says that the vault was in use on an earlier day of the last thirty, which no single
 * jump can bring about.
 */
export async function emptyRestedBin(session: SessionKeeper, keys: Keys, clock: Clock): Promise<void> {
  if (session.current().readOnly || !(await wasInUseLately(session, clock.nowMs()))) return
  await keys.emptyBin(RESTING_DAYS, 'app')
}

async function wasInUseLately(session: SessionKeeper, nowMs: number): Promise<boolean> {
  let before: number | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const entries = await session.store().audit.page({ keyId: null, before, limit: PAGE })
    for (const { at } of entries) {
      const ageMs = nowMs - Date.parse(at)
      if (ageMs >= EARLIER_MS && ageMs <= RESTING_DAYS * DAY_MS) return true
    }
    const last = entries.at(-1)
    if (last === undefined) return false
    before = last.sequence
  }
  return false
}
