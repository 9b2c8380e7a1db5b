import { Transform } from 'node:stream'
import { createMasker } from './mask'

/** After so long without output, what was kept back in case a value goes on is handed on where that tells nothing. */
const SILENCE_MS = 100

/** A stream that hands on what comes, with `patterns` masked. Bytes, not text; as slow as its reader. */
export function createMaskStream(patterns: readonly Buffer[]): Transform {
  const masker = createMasker(patterns)
  let silence: NodeJS.Timeout | undefined
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(silence)
      const out = masker.take(chunk)
      silence = setTimeout(release, SILENCE_MS)
      done(null, out.length === 0 ? undefined : out)
    },
    flush(done) {
      clearTimeout(silence)
      const out = masker.end()
      done(null, out.length === 0 ? undefined : out)
    }
  })
  function release(): void {
    const out = masker.release()
    if (out.length > 0) stream.push(out)
  }
  stream.on('close', () => {
    clearTimeout(silence)
  })
  return stream
}
