// Writes many people in one write, then waits to be killed, if it was not killed before.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { newId } from '#main/database/newId.ts'
import { openDataFile } from '#main/database/openDataFile.ts'

const file = await openDataFile(process.argv[2]!)
const context = { requestId: newId(), actor: 'Child', now: new Date().toISOString() }
const blank = { middle_name: '', suffix: '', preferred_name: '', degrees: '', department: '', specialty: '' }

await file.write(context, { label: 'Many' }, async (tx) => {
  process.stdout.write('writing\n')
  for (let n = 0; n < Number(process.argv[3]); n++) {
    const row = { id: newId(), revision: 1, last_name: `L${n}`, first_name: `F${n}`, ...blank, note: 'x'.repeat(500) }
    await tx.insertInto('person').values(row).execute()
    // So that the word "writing" leaves before the work is done.
    if (n % 50 === 0) await nextTurn()
  }
})
setInterval(() => {}, 1000)
