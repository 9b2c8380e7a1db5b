import type { AgentStanding } from '../../ports/agent'
import { localTime } from '../providers/when'

/** `until 2026-11-21 21:30, or 10 minutes without use`. */
export function grantWords({ endsAt }: { readonly endsAt: string }): string {
  return `until ${localTime(endsAt)}, or 10 minutes without use`
}

/** `Unlocked since 2026-11-21 09:30; locks at 2026-11-21 09:35 unless it is used.` */
export function openWords({ openedAt, locksAt }: AgentStanding): string {
  const end = locksAt === null ? 'stays open until it is locked' : `locks at ${localTime(locksAt)} unless it is used`
  return `Unlocked since ${localTime(openedAt)}; ${end}.`
}
