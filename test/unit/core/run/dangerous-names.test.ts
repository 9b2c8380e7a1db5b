import { describe, expect, it } from 'vitest'
import { isDangerousName } from '@main/core/run/dangerous-names'

const DANGEROUS = [
  ...['PATH', 'NODE_OPTIONS', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'DYLD_INSERT_LIBRARIES', 'BASH_ENV', 'ENV', 'IFS'],
  ...['ELECTRON_RUN_AS_NODE', 'PYTHONSTARTUP', 'PERL5OPT', 'RUBYOPT', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL'],
  ...['JAVA_TOOL_OPTIONS', 'DOTNET_STARTUP_HOOKS', 'NODE_TLS_X', 'SSLKEYLOGFILE', 'BASH_FUNC_ls%%', 'KEYQUAY_HOME']
]

const TRUST = [
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE', 'AWS_CA_BUNDLE', 'GIT_SSL_NO_VERIFY'],
  ...['GIT_SSL_CAINFO', 'npm_config_registry', 'NPM_CONFIG_USERCONFIG']
]
const CODE = [
  ...['PSModulePath', 'PYTHONWARNINGS', 'RUSTFLAGS', 'CARGO_BUILD_RUSTC', 'MAVEN_OPTS', 'BUNDLE_GEMFILE', 'GEM_HOME'],
  ...['GIT_DIR', 'XDG_CONFIG_HOME', 'EXINIT', 'VIMINIT']
]

describe('check 88: names that no vault may set', () => {
  it.each(DANGEROUS)('%s', (name) => {
    expect(isDangerousName(name)).toBe(true)
    expect(isDangerousName(name.toLowerCase())).toBe(true)
  })

  it.each(TRUST)('%s, which would have a program trust a stranger', (name) => {
    expect(isDangerousName(name)).toBe(true)
  })

  it.each(CODE)('%s, which would have a program load foreign code or commands', (name) => {
    expect(isDangerousName(name)).toBe(true)
  })

  it.each(['CLOUDAPI_TOKEN', 'DATABASE_URL', 'PATH_TO_KEY', 'NODE_AUTH_TOKEN', 'GIT_TOKEN', 'NODE_ENV', 'ENVIRONMENT'])(
    'but %s',
    (name) => {
      expect(isDangerousName(name)).toBe(false)
    }
  )
})
