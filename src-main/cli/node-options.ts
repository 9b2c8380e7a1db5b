/**
 * The shell's `NODE_OPTIONS`, which the launcher of the package keeps from this Node (tools/package/kq), is put back for
 * the programs that `kq` starts: Node itself has read its options by now.
 */
const kept = process.env.KEYQUAY_NODE_OPTIONS
if (kept !== undefined) {
  process.env.NODE_OPTIONS = kept
  delete process.env.KEYQUAY_NODE_OPTIONS
}
