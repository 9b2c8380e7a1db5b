/**
 * Variables that decide which code a program loads, which program is run, or whom it trusts. A value of the vault or
 * of an env file is data; none of these may be set from there.
 */
const NAMES = new Set(
  // Where programs and the machine's own parts are found.
  (
    'PATH PATHEXT COMSPEC SYSTEMROOT WINDIR HOME USERPROFILE SHELL GCONV_PATH GLIBC_TUNABLES ' +
    // Shells.
    'BASH_ENV ENV IFS SHELLOPTS BASHOPTS PS4 PROMPT_COMMAND ZDOTDIR FPATH CDPATH ' +
    // Node and what is built on it.
    'NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS ELECTRON_RUN_AS_NODE NPM_CONFIG_NODE_OPTIONS NPM_CONFIG_SCRIPT_SHELL ' +
    'NPM_CONFIG_USERCONFIG NPM_CONFIG_REGISTRY ' +
    // Other languages.
    'PYTHONSTARTUP PYTHONPATH PYTHONHOME PYTHONINSPECT PYTHONBREAKPOINT PYTHONUSERBASE PYTHONEXECUTABLE PYTHONWARNINGS ' +
    'PERL5OPT PERL5LIB PERL5DB PERLLIB RUBYOPT RUBYLIB BUNDLE_GEMFILE GEM_HOME PHPRC PHP_INI_SCAN_DIR R_PROFILE R_ENVIRON GOFLAGS ' +
    'JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH MAVEN_OPTS DOTNET_STARTUP_HOOKS RUSTC RUSTC_WRAPPER RUSTFLAGS ' +
    'MAKEFLAGS PSMODULEPATH ' +
    // Git, and programs that others start, with where they take their commands from.
    'GIT_SSH GIT_SSH_COMMAND GIT_EXEC_PATH GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_EXTERNAL_DIFF ' +
    'GIT_PROXY_COMMAND GIT_TEMPLATE_DIR GIT_DIR XDG_CONFIG_HOME EXINIT VIMINIT SSH_ASKPASS SUDO_ASKPASS EDITOR VISUAL PAGER MANPAGER LESSOPEN LESSCLOSE BROWSER ' +
    // Encryption in transit.
    'OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES SSLKEYLOGFILE SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE ' +
    'REQUESTS_CA_BUNDLE AWS_CA_BUNDLE'
  ).split(' ')
)
const STARTS = [
  'LD_',
  'DYLD_',
  'BASH_FUNC_',
  'NODE_TLS_',
  'GIT_CONFIG',
  'GIT_SSL_',
  'LUA_INIT',
  'CORECLR_',
  'COR_',
  'CARGO_BUILD_',
  'KEYQUAY_'
]

/** Whatever its case: Windows has none in its variables. */
export function isDangerousName(name: string): boolean {
  const upper = name.toUpperCase()
  return NAMES.has(upper) || STARTS.some((start) => upper.startsWith(start))
}
