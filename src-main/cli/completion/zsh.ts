import type { CommandNode, Values } from './tree'

export function zshCompletion(tree: readonly CommandNode[]): string {
  return `#compdef kq
# Completion of kq in zsh: source <(kq completion zsh), or this as _kq in a folder of fpath
_kq() {
  local -A values
  local -a subcommands options
  local where='' word kind i
  for (( i = 2; i <= CURRENT; i++ )); do
    subcommands=() options=() values=()
    case $where in
${tree.map(node).join('\n')}
    esac
    (( i == CURRENT )) && break
    word=\${words[i]}
    case $word in
      --)
        shift $i words
        (( CURRENT -= i ))
        _normal
        return ;;
      -*) [[ -z \${values[$word]} ]] || { (( i + 1 == CURRENT )) && break; (( i++ )) } ;;
      *) (( \${subcommands[(I)$word:*]} )) && where=\${where:+$where }$word ;;
    esac
  done
  kind=
  (( CURRENT > 2 )) && [[ \${words[CURRENT-1]} == -* ]] && kind=\${values[\${words[CURRENT-1]}]}
  if [[ -z $kind ]]; then
    if [[ \${words[CURRENT]} == -* ]]; then
      _describe -o option options
      return
    fi
    (( \${#subcommands} )) && _describe command subcommands
    kind=\${values[=]}
  fi
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
    choices:*) compadd -- \${=kind#choices:} ;;
  esac
}

if [[ $funcstack[1] == _kq ]]; then _kq "$@"; else compdef _kq kq; fi`
}

function node({ path, subcommands, options, argument }: CommandNode): string {
  const described = (name: string, about: string): string => quoted(`${name.replaceAll(':', '\\:')}:${about}`)
  const values = [
    ...options.flatMap(({ names, values: taken }) =>
      taken === null ? [] : names.map((name) => [name, taken] as const)
    ),
    ...(argument.kind === 'free' ? [] : [['=', argument] as const])
  ]
  return `      ${quoted(path)})
        subcommands=(${subcommands.map(({ name, about }) => described(name, about)).join(' ')})
        options=(${options.flatMap(({ names, about }) => names.map((name) => described(name, about))).join(' ')})
        values=(${values.map(([name, taken]) => `${quoted(name)} ${quoted(says(taken))}`).join(' ')}) ;;`
}

function says(values: Values): string {
  return values.kind === 'choices' ? `choices:${values.choices.join(' ')}` : values.kind
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
