/** The last part of a path of either system: `/home/dev/api/.env` gives `.env`. */
export function baseName(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '')
  return parts.at(-1) ?? path
}
