/** Whether a dialog stands over the window: what is dropped or pasted then is not meant for the vault. */
export function somethingOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((element) => element.checkVisibility())
}
