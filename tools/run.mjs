#!/usr/bin/env node
// The one door to the project's tasks: `node tools/run.mjs <task> [args]`.
// Written so that a very old Node can still parse it and say what is missing.
const major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  console.error(`Keyquay's tasks need Node 20 or newer to start; this is Node ${process.versions.node}.`)
  process.exitCode = 1
} else {
  import('./tasks/main.mjs').then((tasks) => tasks.main(process.argv.slice(2)))
}
