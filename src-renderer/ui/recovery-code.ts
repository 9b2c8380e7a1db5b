const GROUP = 6
const LETTERS = 36

/** The groups a recovery code is printed in. */
export function groupsOf(code: string): string[] {
  return lettersOf(code).match(/.{1,6}/g) ?? []
}

/**
 * What was typed of a recovery code, in its groups, and where the caret then stands.
 * Letters that no code has are left out; which of them count as others is the core's to say.
 */
export function regroup(typed: string, caret: number): { readonly text: string; readonly caret: number } {
  const before = Math.min(lettersOf(typed.slice(0, caret)).length, LETTERS)
  return { text: groupsOf(typed).join('-'), caret: before + Math.max(0, Math.ceil(before / GROUP) - 1) }
}

function lettersOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LETTERS)
}
