import { TreeInterpreter } from '@jmespath-community/jmespath'
import { compileExpression, type CompiledExpression } from './expression'

/** Expressions put together out of those of a manifest: one for each field of a record, and what leads to it. */
const LONGEST_COMBINED = 60_000
const LONGEST_RESULT = 16_777_216
const MOST_KEPT = 200

export type MappingReply = { readonly ok: true; readonly json: string } | { readonly ok: false }

const compiled = new Map<string, CompiledExpression>()

/**
 * Evaluates an expression over JSON and answers JSON: text on both sides, because a result may hold one value many
 * times over, which is small in memory and endless once it is walked. Blocks while it runs: for a thread of its own.
 */
export function evaluateMapping(expression: string, inputJson: string): MappingReply {
  try {
    const tree = compiled.get(expression) ?? compileOnce(expression)
    if (tree === null) return { ok: false }
    const result = TreeInterpreter.search(tree, JSON.parse(inputJson) as Parameters<typeof TreeInterpreter.search>[1])
    // A result may lack: JMESPath answers null then.
    const json = JSON.stringify(result ?? null)
    return json.length <= LONGEST_RESULT ? { ok: true, json } : { ok: false }
  } catch {
    // The library's errors quote what they read.
    return { ok: false }
  }
}

function compileOnce(expression: string): CompiledExpression | null {
  const result = compileExpression(expression, LONGEST_COMBINED)
  if (!result.ok) return null
  if (compiled.size >= MOST_KEPT) compiled.clear()
  compiled.set(expression, result.tree)
  return result.tree
}
