const LONGEST = 8_192

/** The target of `rel="next"` in a `Link` header (RFC 8288, section 3), or null. */
export function linkedNext(header: string): string | null {
  const text = header.slice(0, LONGEST)
  let at = text.indexOf('<')
  while (at >= 0) {
    const end = text.indexOf('>', at)
    if (end < 0) return null
    const following = text.indexOf('<', end)
    const parameters = text.slice(end + 1, following < 0 ? undefined : following)
    if (isNext(parameters)) return text.slice(at + 1, end)
    at = following
  }
  return null
}

function isNext(parameters: string): boolean {
  return parameters.split(/[;,]/).some((parameter) => {
    const [name = '', value = ''] = parameter.split('=')
    const rels = value.trim().replaceAll('"', '').toLowerCase().split(' ')
    return name.trim().toLowerCase() === 'rel' && rels.includes('next')
  })
}
