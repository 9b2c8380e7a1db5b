/**
 * The AppImage that `program` runs from; null where it runs from none. What another AppImage starts, such as an
 * editor's terminal, inherits that one's variables, and lies elsewhere than they say.
 */
export function appImageOf(env: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: image, APPDIR: mounted } = env
  if (image === undefined || mounted === undefined || mounted === '') return null
  return program.startsWith(mounted.endsWith('/') ? mounted : `${mounted}/`) ? image : null
}
