import type { KeyStatus } from '@contract/model/key'
import { ShapeTag, type Tone } from './ShapeTag'

interface StatusTagProps {
  readonly status: KeyStatus
  readonly word: string
  readonly wraps?: boolean
}

const looks: Readonly<Record<KeyStatus, readonly [tone: Tone, shape: string]>> = {
  active: ['ok', 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z'],
  rotating: ['info', 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5v7a3.5 3.5 0 0 0 0-7z'],
  expiring: ['warn', 'M8 3.2l5.2 9.3H2.8z'],
  expired: ['danger', 'M3.8 3.8h8.4v8.4H3.8z'],
  disabled: ['quiet', 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z'],
  revoked: ['danger', 'M4.4 3.3L8 6.9l3.6-3.6 1.1 1.1L9.1 8l3.6 3.6-1.1 1.1L8 9.1l-3.6 3.6-1.1-1.1L6.9 8 3.3 4.4z'],
  unknown: ['quiet', 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm-2.5 4.2h5v1.6h-5z']
}

/** Where a key stands in its life. */
export function StatusTag({ status, word, wraps = false }: StatusTagProps) {
  const [tone, shape] = looks[status]
  return <ShapeTag tone={tone} shape={shape} word={word} wraps={wraps} />
}
