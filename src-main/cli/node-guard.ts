/** The oldest Node that loads the vault's database: on 20 the native module ends the process without a word. */
export const OLDEST_NODE = 22

const major = Number.parseInt(process.versions.node, 10)
if (major < OLDEST_NODE) {
  process.stderr.write(
    `kq needs Node ${String(OLDEST_NODE)} or newer and this is Node ${process.versions.node}; nothing was opened. ` +
      'Start it with `npm run -s kq --`, which brings its own Node.\n'
  )
  process.exit(1)
}
