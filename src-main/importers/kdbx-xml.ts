/** As much of a DOM node as is used here: this program is compiled without the DOM's types. */
export interface XmlNode {
  readonly nodeName: string
  readonly firstChild: XmlNode | null
  readonly nextSibling: XmlNode | null
  readonly parentNode: XmlNode | null
  textContent: string | null
  removeAttribute?(name: string): void
  removeChild(child: XmlNode): unknown
}

const LONGEST_TAGS = 4_096

/**
 * Takes out of an unlocked document what is not imported and could be used against the reader: histories, attachments
 * that would be inflated without a bound, and tag lists that the library's splitting takes quadratic time for.
 */
export function pruneKdbxXml(document: XmlNode): void {
  const histories: XmlNode[] = []
  const open: XmlNode[] = [document]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === 'History') {
      histories.push(node)
      continue
    }
    if (node.nodeName === 'Tags') node.textContent = (node.textContent ?? '').slice(0, LONGEST_TAGS)
    node.removeAttribute?.('Compressed')
    for (let child = node.firstChild; child !== null; child = child.nextSibling) open.push(child)
  }
  for (const history of histories) history.parentNode?.removeChild(history)
}
