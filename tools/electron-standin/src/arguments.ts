export interface LaunchArguments {
  /** Modules to load before the app, as Electron's `-r`. */
  readonly requires: readonly string[]
  /** Flags before the app's path that are neither for Node nor for the stand-in. */
  readonly switches: readonly string[]
  /** A folder with a package.json, or a script. */
  readonly appPath: string | undefined
  readonly wantsVersion: boolean
}

/** Sorts the command line as Electron's own default app does. */
export function parseArguments(argv: readonly string[]): LaunchArguments {
  const requires: string[] = []
  const switches: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? ''
    if (argument === '-r' || argument === '--require') {
      const module = argv[++index]
      if (module !== undefined) requires.push(module)
    } else if (argument === '-v' || argument === '--version') {
      return { requires, switches, appPath: undefined, wantsVersion: true }
    } else if (argument.startsWith('-')) {
      if (!argument.startsWith('--inspect')) switches.push(argument)
    } else {
      return { requires, switches, appPath: argument, wantsVersion: false }
    }
  }
  return { requires, switches, appPath: undefined, wantsVersion: false }
}
