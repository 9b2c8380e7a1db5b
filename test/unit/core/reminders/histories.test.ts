import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLife, DAY, histories, type Event, type History } from './simulated-life'

const RUNS = 5_000
const dayFormats = new Map<string, Intl.DateTimeFormat>()
const timeFormats = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-20`, asked of Intl and not of the scheduler's own calendar. */
function dayOf(ms: number, zone: string): string {
  const format = dayFormats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  dayFormats.set(zone, format)
  return format.format(ms)
}

function isQuietAt(ms: number, quiet: History['quiet'], zone: string): boolean {
  if (quiet === null) return false
  const format = timeFormats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' })
  timeFormats.set(zone, format)
  const [hours = 0, minutes = 0] = format.format(ms).split(':').map(Number)
  const minute = hours * 60 + minutes
  const { fromMinute: from, toMinute: to } = quiet
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

it('tells each due reminder exactly once, none early and none while it is snoozed', () => {
  let ran = 0
  let tellings = 0
  let wakes = 0
  fc.assert(
    fc.property(histories, (history) => {
      const counts = liveThrough(history)
      ran += 1
      tellings += counts.tellings
      wakes += counts.wakes
    }),
    { numRuns: RUNS }
  )
  process.stdout.write(
    `reminders: ${String(ran)} histories, ${String(wakes)} wakes, ${String(tellings)} leads told, each once\n`
  )
  expect(ran).toBe(RUNS)
})

/** Keeps its own books of what should have been told, and holds the scheduler to them at every wake. */
function liveThrough(history: History): { tellings: number; wakes: number } {
  const life = createLife(history)
  const { world } = life
  // Per key: the leads told of the present occasion, its snooze, and whether it is closed.
  const books = life.held.map(() => ({
    told: new Set<number>(),
    nearest: Infinity,
    snooze: null as [number, number] | null,
    closed: ''
  }))
  let tellings = 0
  let wakes = 0
  let nextMs: number | null = null

  const expiresMs = (number: number): number => Date.parse(life.held[number]?.expiresAt ?? '')
  const hasBegun = (number: number, lead: number): boolean =>
    lead > 0
      ? expiresMs(number) - world.nowMs <= lead * DAY
      : dayOf(world.nowMs, world.zone) >= dayOf(expiresMs(number), world.zone) && expiresMs(number) - world.nowMs <= DAY
  const isSnoozed = (number: number): boolean => {
    const snooze = books[number]?.snooze ?? null
    return snooze !== null && world.nowMs < snooze[1] && world.nowMs >= snooze[0] - DAY
  }

  function wake(): void {
    wakes += 1
    const answer = life.wake()
    nextMs = answer.nextMs
    expect(new Set(answer.told).size, 'one telling for each key').toBe(answer.told.length)
    const isQuiet = isQuietAt(world.nowMs, history.quiet, world.zone)
    if (isQuiet) expect(answer.told, 'nothing in quiet hours').toEqual([])
    if (nextMs !== null) expect(nextMs, 'never looks back').toBeGreaterThanOrEqual(world.nowMs)
    books.forEach((book, number) => {
      const isTold = answer.told.some((id) => id.startsWith(life.held[number]?.id ?? '-'))
      const owed = life.leadsOf(number).filter((lead) => lead < book.nearest && hasBegun(number, lead))
      const again = book.snooze !== null && !isSnoozed(number)
      const isDue = book.closed === '' && !isSnoozed(number) && (owed.length > 0 || again)
      // Told when it is due and at no other time: neither early, nor while snoozed, nor a second time.
      expect(isTold, `key ${String(number)} at ${new Date(world.nowMs).toISOString()}`).toBe(isDue && !isQuiet)
      if (!isTold) return
      for (const lead of owed) {
        expect(book.told.has(lead), 'a lead is told once').toBe(false)
        book.told.add(lead)
        tellings += 1
      }
      book.nearest = Math.min(book.nearest, ...owed)
      book.snooze = null
    })
    // A second look at the same moment has nothing to say.
    expect(life.look().due).toEqual([])
  }

  function happen(event: Event): void {
    const book = 'key' in event ? books[event.key] : undefined
    switch (event.do) {
      case 'wait': {
        // Awake: the timer rings on the way, and each time it does there was something to look at.
        const untilMs = world.nowMs + event.ms
        for (let rings = 0; nextMs !== null && nextMs <= untilMs && rings < 50; rings += 1) {
          world.nowMs = Math.max(world.nowMs, nextMs - 1)
          expect(life.look().due, 'the timer is not late').toEqual([])
          world.nowMs = Math.max(world.nowMs, nextMs)
          wake()
        }
        world.nowMs = untilMs
        break
      }
      case 'until-next':
        if (nextMs !== null) world.nowMs = nextMs
        break
      case 'sleep':
      case 'jump':
        world.nowMs += event.ms
        break
      case 'restart':
        life.restart()
        break
      case 'travel':
        world.zone = event.zone
        break
      case 'snooze': {
        const snooze = { fromMs: world.nowMs, untilMs: world.nowMs + event.ms }
        if (book && life.change(event.key, (state) => ({ ...state, snooze })) && book.closed === '')
          book.snooze = [snooze.fromMs, snooze.untilMs]
        break
      }
      case 'close':
        if (book?.closed === '' && life.change(event.key, (state) => ({ ...state, closed: event.how })))
          book.closed = event.how
        break
      case 'renew':
        if (
          book &&
          Math.abs(expiresMs(event.key) - world.nowMs - event.ms) > 3_600_000 &&
          life.renew(event.key, event.ms)
        ) {
          book.told.clear()
          book.nearest = Infinity
          book.snooze = null
          if (book.closed === 'done') book.closed = ''
        }
    }
    wake()
  }

  wake()
  for (const event of history.events) happen(event)
  return { tellings, wakes }
}
