import { useRef } from 'react'
import { useKeyList } from '../../../stores/key-list-store'
import { itemAt } from '../../../stores/pages-cache'

interface TypeAhead {
  /** Adds a letter and goes to the next key whose name starts with all of them. */
  type(letter: string): void
  /** Does something with the active row, once what was typed before has been gone to. */
  afterwards(run: () => void): void
}

const TYPE_AHEAD_MS = 800

/** Goes to a key by the letters its name starts with, also to one that is not at hand: the core knows where it stands. */
export function useTypeAhead(goTo: (row: number) => void): TypeAhead {
  const typed = useRef({ text: '', atMs: 0, from: 0 })
  const going = useRef<Promise<void> | null>(null)

  /** What was typed meanwhile has a question of its own. */
  async function follow(text: string, from: number): Promise<void> {
    if (typed.current.text !== text) return
    const row = await useKeyList.getState().rowOf(text, from)
    if (row === null || typed.current.text !== text) return
    goTo(row)
    await untilThere(row)
  }

  return {
    type(letter) {
      const nowMs = performance.now()
      const { text, atMs, from } = typed.current
      const isFresh = nowMs - atMs > TYPE_AHEAD_MS
      typed.current = {
        text: isFresh ? letter : text + letter,
        atMs: nowMs,
        from: isFresh ? useKeyList.getState().activeIndex + 1 : from
      }
      const { text: all, from: start } = typed.current
      // One question at a time: of a hundred thousand keys each takes a moment, and only the last one counts.
      const mine = (going.current ?? Promise.resolve())
        .then(() => follow(all, start))
        .finally(() => {
          if (going.current === mine) going.current = null
        })
      going.current = mine
    },
    afterwards(run) {
      if (going.current === null) run()
      else void going.current.then(run)
    }
  }
}

/** Waits for a row's key to be at hand; no longer than the row is the active one. */
function untilThere(row: number): Promise<void> {
  const isOver = (): boolean => {
    const { cache, activeIndex, failure } = useKeyList.getState()
    return itemAt(cache, row) !== undefined || activeIndex !== row || failure !== null
  }
  if (isOver()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = useKeyList.subscribe(() => {
      if (!isOver()) return
      stop()
      resolve()
    })
  })
}
