/** Puts the focus on the first field that has to be put right, once it says so. */
export function focusProblem(): void {
  window.requestAnimationFrame(() => {
    const dialog = document.querySelector('[role="dialog"]')
    const first = dialog?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')
    if (first?.matches('[data-problem]') === true) first.parentElement?.querySelector('input')?.focus()
    else first?.focus()
  })
}
