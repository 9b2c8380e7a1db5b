import { powershellQuoted as quoted } from '../../core/powershell-quoted'
import type { CommandNode } from './tree'

export function powershellCompletion(tree: readonly CommandNode[]): string {
  return `# Completion of kq in PowerShell: kq completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName kq -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $tree = @{
${tree.map(node).join('\n')}
  }
  $path = ''
  $skip = $false
  $last = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
    $word = $element.ToString()
    $last = $word
    if ($skip) { $skip = $false; $last = '' }
    elseif ($word -eq '--') { return }
    elseif ($word.StartsWith('-')) { $skip = $tree[$path].Values.ContainsKey($word) }
    else {
      $longer = "$path $word".Trim()
      if ($tree.ContainsKey($longer)) { $path = $longer }
    }
  }
  $here = $tree[$path]
  if ($skip) {
    $here.Values[$last] | Where-Object { $_ -like "$wordToComplete*" } |
      ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
    return
  }
  $here.Words.GetEnumerator() | Where-Object { $_.Key -like "$wordToComplete*" -and ($wordToComplete -like '-*' -or $_.Key -notlike '-*') } |
    Sort-Object Key | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
    }
}`
}

function node({ path, subcommands, options }: CommandNode): string {
  const words = [
    ...subcommands.map(({ name, about }) => [name, about] as const),
    ...options.flatMap(({ names, about }) => names.map((name) => [name, about] as const))
  ]
  const values = options.flatMap(({ names, values: taken }) =>
    taken === null ? [] : names.map((name) => [name, taken.kind === 'choices' ? taken.choices : []] as const)
  )
  return (
    `    ${quoted(path)} = @{ Words = @{ ${words.map(([name, about]) => `${quoted(name)} = ${quoted(about === '' ? name : about)}`).join('; ')} }; ` +
    `Values = @{ ${values.map(([name, choices]) => `${quoted(name)} = @(${choices.map(quoted).join(', ')})`).join('; ')} } }`
  )
}
