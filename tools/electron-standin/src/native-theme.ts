import { Answered, label } from './answered.ts'

type Source = Electron.NativeTheme['themeSource']
type AnsweredTheme = Pick<
  Electron.NativeTheme,
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'
>

const sources: readonly Source[] = ['system', 'light', 'dark']
let desktopIsDark = false

/** Electron's `nativeTheme`. The desktop is light until a test says otherwise. */
class NativeTheme extends Answered implements AnsweredTheme {
  #source: Source = 'system'
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false

  override get [label](): string {
    return 'nativeTheme'
  }

  get themeSource(): Source {
    return this.#source
  }

  set themeSource(source: Source) {
    if (!sources.includes(source))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`)
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? desktopIsDark : this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme()

/** What pages are told with `prefers-color-scheme`; empty leaves it to whoever else decides. */
export function colorScheme(): string {
  return nativeTheme.themeSource === 'system' && !desktopIsDark
    ? ''
    : nativeTheme.shouldUseDarkColors
      ? 'dark'
      : 'light'
}

export function onColorScheme(listener: () => void): void {
  nativeTheme.on('updated', listener)
}

/** A person switches the desktop between light and dark. */
export function setDesktopDark(isDark: boolean): void {
  if (desktopIsDark === isDark) return
  desktopIsDark = isDark
  if (nativeTheme.themeSource === 'system') nativeTheme.emit('updated')
}
