import type { Grant, GrantCaller } from '@contract/model/grant'

/** The last part of a path on any system: `bash` of `/usr/bin/bash`. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
}

/** Who asks, as a person would say it: the program that started `kq`, else the program itself; null if unknown. */
export function whoOf({ startedBy, program }: GrantCaller): string | null {
  const path = startedBy ?? program
  return path === null ? null : baseName(path)
}

/** When it ends if nobody uses it any more. */
export function endOf({ idleEndsAt, endsAt }: Grant): string {
  return idleEndsAt < endsAt ? idleEndsAt : endsAt
}
