import { runCommandLine } from '#main/cli/commandLine.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
