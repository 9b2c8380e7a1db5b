import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startProjection } from './stores/projection'
import { chooseLanguage, startTexts } from './texts/texts'
import { shareNonce } from './theme/nonce'
import { allowPlainStyleText } from './theme/trusted-types'

shareNonce()
allowPlainStyleText()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks the element #root')

await startTexts(chooseLanguage('system', navigator.languages))
void startProjection()

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>
)
