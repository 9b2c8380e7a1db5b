/**
 * Puts a harmless text, such as an error id, on the clipboard. Secrets never go this way.
 * The clipboard API would need a permission that the window is refused.
 */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way that needs no permission
  const done = document.execCommand('copy')
  area.remove()
  return done
}
