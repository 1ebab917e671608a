import { runCommandLine } from '#main/cli/commandLine.ts'

// The entry for a workstation without the desktop runtime: `coachdesk serve` under a name of its own.
process.exitCode = await runCommandLine(['serve', ...process.argv.slice(2)])
