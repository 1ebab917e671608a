import { runCommandLine } from '#main/cli/commandLine.ts'

// Whoever reads may have read enough, as `head` does; that is no failure.
process.stdout.on('error', () => process.exit())

process.exitCode = await runCommandLine(process.argv.slice(2))
