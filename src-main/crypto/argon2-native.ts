type Native = typeof import('@node-rs/argon2')

/**
 * The native module, loaded when it is first needed. Its loader takes other code in its place where a variable of the
 * environment names some, and that code would be given the password: no such variable is there when it is loaded.
 */
export function argon2Native(): Promise<Native> {
  for (const name of Object.keys(process.env)) {
    if (name.toUpperCase().startsWith('NAPI_RS_')) Reflect.deleteProperty(process.env, name)
  }
  return import('@node-rs/argon2')
}
