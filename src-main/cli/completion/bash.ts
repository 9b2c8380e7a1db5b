import type { CommandNode, Values } from './tree'

/** For bash 3.2, which macOS has, and later. */
export function bashCompletion(tree: readonly CommandNode[]): string {
  return `# Completion of kq in bash: source <(kq completion bash)
_kq_words() {
  case $1 in
${tree.map(({ path, subcommands, options }) => `    ${quoted(path)}) echo ${quoted([...subcommands.map(({ name }) => name), ...options.flatMap(({ names }) => names)].join(' '))} ;;`).join('\n')}
  esac
}

_kq_values() {
  case $1 in
${tree.flatMap(({ path, options, argument }) => [...options.flatMap(({ names, values }) => (values === null ? [] : names.map((name) => line(`${path} ${name}`, values)))), ...(argument.kind === 'free' ? [] : [line(`${path} =`, argument)])]).join('\n')}
  esac
}

_kq() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path='' word kind i=1
  COMPREPLY=()
  while [ "$i" -lt "$COMP_CWORD" ]; do
    word=\${COMP_WORDS[i]}
    case $word in
      --)
        if declare -F _command_offset > /dev/null; then _command_offset $((i + 1)); return; fi
        if [ $((i + 1)) -eq "$COMP_CWORD" ]; then COMPREPLY=($(compgen -c -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
        return ;;
      -*) [ -z "$(_kq_values "$path $word")" ] || i=$((i + 1)) ;;
      *) case " $(_kq_words "$path") " in *" $word "*) path=\${path:+$path }$word ;; esac ;;
    esac
    i=$((i + 1))
  done
  kind=
  case $prev in -*) kind=$(_kq_values "$path $prev") ;; esac
  if [ -z "$kind" ]; then
    COMPREPLY=($(compgen -W "$(_kq_words "$path")" -- "$cur"))
    # Options are offered where a dash asks for them.
    case $cur in -*) return ;; esac
    for i in "\${!COMPREPLY[@]}"; do case \${COMPREPLY[i]} in -*) unset "COMPREPLY[i]" ;; esac; done
    COMPREPLY=("\${COMPREPLY[@]}")
    kind=$(_kq_values "$path =")
  fi
  case $kind in
    files) COMPREPLY+=($(compgen -f -- "$cur")) ;;
    folders) COMPREPLY+=($(compgen -d -- "$cur")) ;;
    choices:*) COMPREPLY=($(compgen -W "\${kind#choices:}" -- "$cur")) ;;
  esac
  case $kind in files | folders) compopt -o filenames 2> /dev/null ;; esac
}

complete -F _kq kq`
}

function line(place: string, values: Values): string {
  const says = values.kind === 'choices' ? `choices:${values.choices.join(' ')}` : values.kind
  return `    ${quoted(place)}) echo ${quoted(says)} ;;`
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
