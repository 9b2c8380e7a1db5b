import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { binary, fuseFileOf, whySkipped } from './binary.ts'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireVersion = 1

/**
 * In wire order: RunAsNode off, cookie encryption on, NODE_OPTIONS off, --inspect off, ASAR integrity on,
 * only from ASAR on, own V8 snapshot off, file: privileges off, wasm trap handlers on.
 */
const expected = '010011001'

describe('the fuses of the packaged app', () => {
  test('check 12: the fuse wire of the packaged binary is the expected one, byte for byte', (context) => {
    if (!binary) return context.skip(whySkipped)
    const wires = readWires(readFileSync(fuseFileOf(binary)))
    expect(wires.length).toBeGreaterThan(0)
    expect(new Set(wires)).toEqual(new Set([expected]))
  })

  test('check 12: a changed, missing or doubled wire is seen', () => {
    const wire = (fuses: string): Buffer => Buffer.concat([Buffer.from(`..${sentinel}`), Buffer.from([wireVersion, fuses.length]), Buffer.from(fuses)])
    expect(readWires(wire(expected))).toEqual([expected])
    expect(readWires(wire('110011001'))).toEqual(['110011001'])
    expect(readWires(Buffer.concat([wire(expected), wire('1')]))).toEqual([expected, '1'])
    expect(readWires(Buffer.from('no wire'))).toEqual([])
  })

  test('check 12: what the packaging sets is what is expected here', async () => {
    const { expectedWire } = (await import(new URL('../../tools/fuses.mjs', import.meta.url).href)) as { expectedWire: string }
    expect(expectedWire).toBe(expected)
  })
})

/** Every wire in a binary; a universal macOS one has two. */
function readWires(bytes: Buffer): string[] {
  const wires: string[] = []
  for (let at = bytes.indexOf(sentinel); at >= 0; at = bytes.indexOf(sentinel, at + 1)) {
    const start = at + sentinel.length
    const [version, length = 0] = bytes.subarray(start, start + 2)
    if (version === wireVersion) wires.push(bytes.toString('latin1', start + 2, start + 2 + length))
  }
  return wires
}
