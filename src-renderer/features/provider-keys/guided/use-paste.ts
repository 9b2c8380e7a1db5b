import { useRef, useState, type RefObject } from 'react'

export interface Paste {
  readonly field: RefObject<HTMLInputElement | null>
  readonly missing: boolean
  typed(): void
  /** What stands in the field; null, said beside it, when nothing does. */
  take(): string | null
  empty(): void
}

/** A secret that is pasted: it stays in its input and nowhere else. */
export function usePaste(): Paste {
  const field = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)
  return {
    field,
    missing,
    typed() {
      setMissing(false)
    },
    take() {
      const secret = field.current?.value.trim() ?? ''
      setMissing(secret === '')
      if (secret !== '') return secret
      field.current?.focus()
      return null
    },
    empty() {
      if (field.current) field.current.value = ''
    }
  }
}
