import { compile } from '@jmespath-community/jmespath'

/** A JMESPath expression of a manifest is at most this long. */
export const LONGEST_EXPRESSION = 2_000

/**
 * The functions a manifest may call: those of the community specification (jmespath.site) apart from `pad_left` and
 * `pad_right`, which build a string of any width out of a number and so exhaust the memory.
 */
export const allowedFunctions: readonly string[] = [
  ...['abs', 'avg', 'ceil', 'contains', 'ends_with', 'find_first', 'find_last', 'floor', 'from_items', 'group_by'],
  ...['items', 'join', 'keys', 'length', 'lower', 'map', 'max', 'max_by', 'merge', 'min', 'min_by', 'not_null'],
  ...['replace', 'reverse', 'sort', 'sort_by', 'split', 'starts_with', 'sum', 'to_array', 'to_number', 'to_string'],
  ...['trim', 'trim_left', 'trim_right', 'type', 'upper', 'values', 'zip']
]

/** Names that would reach a prototype: they are neither read nor written by an expression, nor taken from an answer. */
export const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A compiled expression: what the JMESPath library's interpreter takes. */
export type CompiledExpression = ReturnType<typeof compile>

export type Compilation =
  { readonly ok: true; readonly tree: CompiledExpression } | { readonly ok: false; readonly expected: string }

/**
 * Compiles `text` and walks it: only allowed functions, no name of a prototype. Says in words what is wrong. Those that
 * are put together out of a manifest's expressions are `longest`.
 */
export function compileExpression(text: string, longest = LONGEST_EXPRESSION): Compilation {
  if (text.length > longest) {
    return { ok: false, expected: `a JMESPath expression of at most ${longest.toString()} characters` }
  }
  try {
    const tree = compile(text)
    const wrong = refusalIn(tree)
    return wrong === null ? { ok: true, tree } : { ok: false, expected: wrong }
  } catch {
    // The library's message quotes the expression; where it is wrong is said by the path.
    return { ok: false, expected: 'a JMESPath expression (jmespath.site)' }
  }
}

function refusalIn(node: unknown): string | null {
  if (Array.isArray(node)) return firstRefusal(node)
  if (typeof node !== 'object' || node === null) return null
  const { type, name } = node as { type?: unknown; name?: unknown }
  // A literal is data, however much it may look like a node.
  if (type === 'Literal') return null
  if (type === 'Function' && typeof name === 'string' && !allowedFunctions.includes(name)) {
    return `a JMESPath expression without ${name}(); allowed are ${allowedFunctions.join(', ')}`
  }
  if ((type === 'Field' || type === 'KeyValuePair') && typeof name === 'string' && prototypeNames.has(name)) {
    return `a JMESPath expression without the name ${name}`
  }
  return firstRefusal(Object.values(node))
}

function firstRefusal(nodes: readonly unknown[]): string | null {
  for (const node of nodes) {
    const wrong = refusalIn(node)
    if (wrong !== null) return wrong
  }
  return null
}
