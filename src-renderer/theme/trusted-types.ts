interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown
}

/**
 * The kit fills its own `<style>` elements through innerHTML, which the page's policy allows only as trusted HTML.
 * Text without `<` can make no element, so this lets style sheets through and nothing that could be markup.
 */
export function allowPlainStyleText(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
}
