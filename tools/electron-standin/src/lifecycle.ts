/** Where the app is between start and exit; read where importing `app` would be a circle. */
export const lifecycle = { isReady: false, isQuitting: false }
