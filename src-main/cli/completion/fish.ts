import type { CommandNode, OptionNode, Values } from './tree'

export function fishCompletion(tree: readonly CommandNode[]): string {
  const paths = tree.map(({ path }) => path).filter((path) => path !== '')
  const takers = [
    ...new Set(tree.flatMap(({ options }) => options.flatMap(({ names, values }) => (values === null ? [] : names))))
  ]
  return `# Completion of kq in fish: kq completion fish | source
function __kq_at --description 'Whether the words so far lead to this command of kq'
  set -l words (commandline -opc)
  set -l path ''
  set -l skip 0
  for word in $words[2..]
    if test $skip = 1
      set skip 0
    else if test $word = --
      return 1
    else if contains -- $word ${takers.join(' ')}
      set skip 1
    else if not string match -q -- '-*' $word
      set -l longer (string trim "$path $word")
      contains -- $longer ${paths.map(quoted).join(' ')}; and set path $longer
    end
  end
  test "$path" = "$argv[1]"
end

function __kq_program
  set -l words (commandline -opc)
  set -l at (contains -i -- -- $words); or return 1
  set -l rest (string escape -- $words[(math $at + 1)..]) (commandline -ct)
  complete -C "$rest"
end

complete -c kq -f
complete -c kq -n 'contains -- -- (commandline -opc)' -a '(__kq_program)'
${tree.flatMap(node).join('\n')}`
}

function node({ path, subcommands, options, argument }: CommandNode): string[] {
  const start = `complete -c kq -n ${quoted(`__kq_at ${quoted(path)}`)}`
  return [
    ...subcommands.map(({ name, about }) => `${start} -a ${quoted(name)} -d ${quoted(about)}`),
    ...(argument.kind === 'free' || argument.kind === 'program' ? [] : [`${start} ${given(argument)}`]),
    ...options.map((option) => `${start} ${named(option)} -d ${quoted(option.about)}`)
  ]
}

function named({ names, values }: OptionNode): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')
  return values === null ? flags : `${flags} -x ${given(values)}`.trimEnd()
}

function given(values: Values): string {
  switch (values.kind) {
    case 'files':
      return `-k -a '(__fish_complete_path (commandline -ct))'`
    case 'folders':
      return `-a '(__fish_complete_directories (commandline -ct))'`
    case 'choices':
      return `-a ${quoted(values.choices.join(' '))}`
    default:
      return ''
  }
}

/** Inside single quotes fish knows a backslash before a quote and before itself. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", `\\'`)}'`
}
