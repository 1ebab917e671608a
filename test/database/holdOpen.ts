// Opens a data file, says so, and holds it until it is killed.
import { openDataFile } from '#main/database/openDataFile.ts'

await openDataFile(process.argv[2]!)
process.stdout.write('open\n')
setInterval(() => {}, 1000)
