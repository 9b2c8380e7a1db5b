const PREFIX = 'credential-'

/** The name an input for a credential goes by in its form. */
export const credentialInput = (id: string): string => `${PREFIX}${id}`

/** What was typed into a form's credential fields, by their ids; those left empty are not there. */
export function readCredentials(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    inputsOf(form)
      .map((input) => [input.name.slice(PREFIX.length), input.value.trim()] as const)
      .filter(([, value]) => value !== '')
  )
}

/** Empties them, so that no credential stays in the page. */
export function clearCredentials(form: HTMLFormElement): void {
  for (const input of inputsOf(form)) input.value = ''
}

function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[name^="${PREFIX}"]`)]
}
