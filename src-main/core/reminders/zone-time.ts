/** A wall clock's reading: what a calendar and a clock on the wall of that zone show. */
export interface LocalTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  /** Minutes after midnight. */
  readonly minute: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const MOST_DAYS_KEPT = 20_000

interface Zone {
  readonly format: Intl.DateTimeFormat
  /** The offset at the start of each day of UTC that was asked for. */
  readonly offsets: Map<number, number>
}
const zones = new Map<string, Zone>()

export function localTimeAt(ms: number, zone: string): LocalTime {
  const shown = new Date(ms + offsetMsAt(ms, zone))
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes()
  }
}

/** The day as `2026-11-20`. */
export function localDayAt(ms: number, zone: string): string {
  const { year, month, day } = localTimeAt(ms, zone)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The first moment at which the zone's wall clock shows `minute` of that day or later: an hour that is skipped gives
 * its end, one that comes twice its first. `day` may lie outside its month.
 */
export function momentOf({ year, month, day, minute }: LocalTime, zone: string): number {
  const asUtcMs = Date.UTC(year, month - 1, day, 0, minute)
  const shown = (ms: number): number => ms + offsetMsAt(ms, zone)
  // Offsets lie between -12 and +14 hours; before this no clock has got there.
  const offsets = [asUtcMs - 26 * HOUR_MS, asUtcMs + 26 * HOUR_MS].map((ms) => offsetMsAt(ms, zone))
  const candidates = offsets.map((offsetMs) => asUtcMs - offsetMs).sort((one, other) => one - other)
  const exact = candidates.find((ms) => shown(ms) === asUtcMs)
  if (exact !== undefined) return exact
  return firstFrom(Math.min(...candidates) - HOUR_MS, (ms) => shown(ms) >= asUtcMs)
}

/** Midnight, or where the clocks skip it, the day's first moment. */
export function startOfLocalDay(ms: number, zone: string): number {
  return momentOf({ ...localTimeAt(ms, zone), minute: 0 }, zone)
}

/** The first whole minute from `fromMs` on at which `holds`. Must hold within a day. */
export function firstFrom(fromMs: number, holds: (ms: number) => boolean): number {
  let ms = Math.ceil(fromMs / MINUTE_MS) * MINUTE_MS
  while (!holds(ms) && ms < fromMs + 48 * HOUR_MS) ms += MINUTE_MS
  return ms
}

/**
 * What the zone's clocks are ahead of UTC. Asking Intl for each of ten thousand keys would take a second; the days at
 * whose ends it answers the same have that offset all through.
 */
function offsetMsAt(ms: number, name: string): number {
  const zone = zoneOf(name)
  const day = Math.floor(ms / DAY_MS)
  const before = atStartOf(day, zone)
  return before === atStartOf(day + 1, zone) ? before : askOffset(ms, zone)
}

function atStartOf(day: number, zone: Zone): number {
  const known = zone.offsets.get(day)
  if (known !== undefined) return known
  if (zone.offsets.size >= MOST_DAYS_KEPT) zone.offsets.clear()
  const offsetMs = askOffset(day * DAY_MS, zone)
  zone.offsets.set(day, offsetMs)
  return offsetMs
}

function askOffset(ms: number, { format }: Zone): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (zone === undefined) {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
    zone = { format, offsets: new Map() }
    zones.set(name, zone)
  }
  return zone
}
