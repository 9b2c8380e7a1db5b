import { app } from 'electron'
import { listenForLinks } from './electron/deep-links'
import { guardContents } from './electron/guards'
import { openKeyquay } from './electron/open'
import { registerScheme } from './electron/protocol'
import { refusedSwitch } from './electron/refused-switches'
import { isSelfTest, runSelfTest } from './electron/self-test'
import { homeArgument, resolveHome } from './node/home'

const home = resolveHome(homeArgument(process.argv), process.env, process.platform)
const refused = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null

app.setPath('userData', home.windowFolder)
app.enableSandbox()
registerScheme()

if (refused !== null) {
  process.stderr.write(
    `Keyquay does not start with --${refused}: it would open the vault’s window to other programs.\n`
  )
  app.exit(1)
} else if (isSelfTest(process.argv)) {
  void runSelfTest(process.argv)
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Keyquay is running already; its window was brought forward.\n')
  app.exit(0)
} else {
  guardContents(app)
  const links = listenForLinks(app, process.argv)
  void app.whenReady().then(() => openKeyquay(home, links))
}
