import { lstatSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'

type Facts = Pick<Stats, 'mode' | 'uid'>

/**
 * The nearest folder around `folder`, given as it is really called, in which another user can put something else in
 * the place of what leads there; null where none can. As sshd's StrictModes, but a sticky folder such as `/tmp` lets
 * nobody move what belongs to somebody else (inode(7)). Root can everywhere, and is not meant.
 */
export function othersWriteAround(folder: string, look: (path: string) => Facts = lstatSync): string | null {
  if (process.platform === 'win32') return null
  for (let inner = folder; dirname(inner) !== inner; inner = dirname(inner)) {
    const around = dirname(inner)
    const facts = factsOf(around, look)
    // What cannot be looked at cannot be walked through by others either, or the folder could not be reached.
    if (facts === null) continue
    if (!isOursOrRoots(facts)) return around
    if ((facts.mode & WRITABLE_BY_OTHERS) === 0) continue
    const held = factsOf(inner, look)
    const isKept = (facts.mode & STICKY) !== 0 && held !== null && isOursOrRoots(held)
    if (!isKept) return around
  }
  return null
}

const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000

const isOursOrRoots = ({ uid }: Facts): boolean => uid === 0 || uid === process.getuid?.()

function factsOf(path: string, look: (path: string) => Facts): Facts | null {
  try {
    return look(path)
  } catch {
    return null
  }
}
