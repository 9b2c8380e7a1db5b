/** On its way from the paste to the form's own field. No store: those may be looked at. */
let pasted: string | null = null

export function givePasted(secret: string): void {
  pasted = secret
}

/** Hands the secret over and forgets it. */
export function takePasted(): string | null {
  const taken = pasted
  pasted = null
  return taken
}
