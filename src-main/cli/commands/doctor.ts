import { Command } from 'commander'
import type { Context } from '../context'
import { agentCheck } from '../doctor/agent-checks'
import type { Finding } from '../doctor/finding'
import { machineChecks } from '../doctor/machine-checks'
import { projectChecks } from '../doctor/project-checks'
import { vaultChecks } from '../doctor/vault-checks'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'

export function doctorCommand(run: Run): Command {
  return new Command('doctor')
    .description('say what is wrong with this machine’s set-up, and how to mend it; ends with 1 when something is')
    .addHelpText('after', '\nNeeds no password and changes nothing.\n\nExamples:\n  kq doctor\n  kq doctor --json')
    .action(() => run(examine))
}

async function examine(context: Context): Promise<number> {
  const { terminal } = context
  const findings = [
    ...(await vaultChecks(context)),
    await agentCheck(context),
    ...machineChecks(process.env, process.platform),
    ...(await projectChecks(process.cwd()))
  ]
  const problems = findings.filter(({ state }) => state === 'problem').length
  if (terminal.json) terminal.printJson({ problems, findings })
  else for (const line of lines(findings, problems)) terminal.print(line)
  return problems === 0 ? EXIT.done : EXIT.failed
}

function lines(findings: readonly Finding[], problems: number): string[] {
  const width = Math.max(...findings.map(({ label }) => label.length))
  const indent = ' '.repeat(width + 11)
  const rows = findings.flatMap(({ state, label, says, mend }) => [
    `${state.padEnd(7)}  ${label.padEnd(width)}  ${says}`,
    ...(mend === null ? [] : [`${indent}${mend}`])
  ])
  const count = problems === 0 ? 'Nothing is wrong.' : problems === 1 ? '1 problem.' : `${String(problems)} problems.`
  return [...rows, '', count]
}
