import { setNonce } from 'get-nonce'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** The nonce of this load, for every style sheet that is made at run time. */
export function styleNonce(): string {
  return nonce
}

/** Hands the nonce to the scroll lock that the kit's dialogs use. */
export function shareNonce(): void {
  setNonce(nonce)
}
