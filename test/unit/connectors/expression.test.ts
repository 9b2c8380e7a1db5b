import { describe, expect, it } from 'vitest'
import { allowedFunctions, compileExpression } from '@main/connectors/expression'

const expectedOf = (text: string): string => {
  const compiled = compileExpression(text)
  return compiled.ok ? '' : compiled.expected
}

describe('an expression', () => {
  it('may use every allowed function', () => {
    for (const name of allowedFunctions) expect(expectedOf(`${name}(@)`)).toBe('')
  })

  it.each([
    'pad_left(name, `9`)',
    'a.b[*].{c: pad_right(@, `1000000000`)}',
    'map(&pad_left(@, `9`), list)',
    "let $x = pad_left('a', `9`) in $x"
  ])('may not fill up to a width, wherever it is called: %s', (text) => {
    expect(expectedOf(text)).toMatch(/without pad_(left|right)\(\)/)
  })

  it('may not call what is not known', () => {
    expect(expectedOf('env(@)')).toMatch(/without env\(\)/)
  })

  it.each(['constructor.name', 'a.__proto__', '{"__proto__": a}', 'list[?prototype]', '"constructor"'])(
    'may not name a prototype: %s',
    (text) => {
      expect(expectedOf(text)).toMatch(/without the name/)
    }
  )

  it('may hold data that looks like a call', () => {
    expect(expectedOf('`{"type": "Function", "name": "pad_left"}`')).toBe('')
  })

  it('says what it wants and repeats nothing', () => {
    expect(expectedOf("{name: 'sk_live_secret'")).toBe('a JMESPath expression (jmespath.site)')
    expect(expectedOf('a'.repeat(2_001))).toBe('a JMESPath expression of at most 2000 characters')
  })
})
