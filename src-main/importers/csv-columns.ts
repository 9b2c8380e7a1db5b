/** Which column holds what, by its index. */
export interface Columns {
  readonly secret: number
  readonly name?: number
  readonly provider?: number
  readonly user?: number
  readonly address?: number
  readonly envName?: number
  readonly project?: number
  readonly environment?: number
  readonly description?: number
  readonly notes?: number
  readonly tags?: number
  readonly folder?: number
  readonly favourite?: number
  readonly createdAt?: number
  readonly expiresAt?: number
}

/**
 * Header names in lower case without anything but letters, the surest first. They are those of the CSV exports of
 * Bitwarden, 1Password, KeePassXC, LastPass, Dashlane, Chrome and Firefox, and the plain words people use.
 */
const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  secret: ['secret', 'secretkey', 'secretvalue', 'apikey', 'loginpassword', 'password', 'token', 'value', 'key'],
  name: ['name', 'title', 'label', 'account', 'keyname'],
  provider: ['provider', 'service', 'issuer'],
  user: ['loginusername', 'username', 'user', 'login', 'email'],
  address: ['loginuri', 'url', 'uri', 'website', 'address'],
  envName: ['envname', 'env', 'variable', 'environmentvariable'],
  project: ['project', 'application', 'app'],
  environment: ['environment', 'stage'],
  description: ['description', 'comment'],
  notes: ['notes', 'note', 'extra'],
  tags: ['tags', 'tag', 'labels'],
  folder: ['folder', 'group', 'grouping', 'vault', 'category', 'collections'],
  favourite: ['favorite', 'favourite', 'fav'],
  createdAt: ['createdat', 'created', 'creationdate', 'datecreated'],
  expiresAt: ['expiresat', 'expires', 'expiry', 'expirydate', 'expirationdate', 'validuntil']
}

/** The columns of a header line, or null when none of them can hold the secret. */
export function findColumns(header: readonly string[]): Columns | null {
  const known = header.map((cell) =>
    cell
      .slice(0, 100)
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  )
  const indexOf = (names: readonly string[]): number => {
    const name = names.find((candidate) => known.includes(candidate))
    return name === undefined ? -1 : known.indexOf(name)
  }
  const found = Object.entries(NAMES).map(([column, names]): [string, number] => [column, indexOf(names)])
  const columns = Object.fromEntries(found.filter(([, index]) => index >= 0))
  const { secret } = columns
  return secret === undefined ? null : { ...columns, secret }
}
