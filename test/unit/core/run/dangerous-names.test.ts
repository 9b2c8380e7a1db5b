import { describe, expect, it } from 'vitest'
import { isDangerousName } from '@main/core/run/dangerous-names'

const DANGEROUS = [
  ...['PATH', 'NODE_OPTIONS', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'DYLD_INSERT_LIBRARIES', 'BASH_ENV', 'ENV', 'IFS'],
  ...['ELECTRON_RUN_AS_NODE', 'PYTHONSTARTUP', 'PERL5OPT', 'RUBYOPT', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL'],
  ...['JAVA_TOOL_OPTIONS', 'DOTNET_STARTUP_HOOKS', 'NODE_TLS_X', 'SSLKEYLOGFILE', 'BASH_FUNC_ls%%', 'KEYQUAY_HOME']
]

describe('check 88: names that no vault may set', () => {
  it.each(DANGEROUS)('%s', (name) => {
    expect(isDangerousName(name)).toBe(true)
    expect(isDangerousName(name.toLowerCase())).toBe(true)
  })

  it.each(['CLOUDAPI_TOKEN', 'DATABASE_URL', 'PATH_TO_KEY', 'NODE_AUTH_TOKEN', 'GIT_TOKEN', 'NODE_ENV', 'ENVIRONMENT'])(
    'but %s',
    (name) => {
      expect(isDangerousName(name)).toBe(false)
    }
  )
})
