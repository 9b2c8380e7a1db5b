import test from './test.mjs'

/** The end-to-end stage on real Electron, or not at all. */
export default function testOnElectron(args) {
  process.env.KEYQUAY_ELECTRON = 'electron'
  return test(['e2e', ...args])
}
