import type { Transaction } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { learners } from '#main/features/roster/learners.ts'
import { joinRepeats, loadStandingRows, updateStanding } from '#main/features/roster/learnerStandings.ts'
import { absence } from '#main/features/roster/placement.ts'
import { writePlace } from '#main/features/roster/service.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Learner, LearnerStatus } from '#shared/roster/schema.ts'
import { type AwayStatus, learnerPresence } from '#shared/roster/statuses.ts'

type Tx = Transaction<Tables>

interface Absence {
  programId: Id
  learnerIds: Id[]
  reason: string
}

/**
 * Puts learners on leave from a day on, all or none; with a day of return, what they were before is planned from then.
 * Levels stay as they are and as they are planned. A new day of return takes the place of the old one. Refuses
 * `not_found`, `conflict` where somebody is not in the program on that day.
 */
export async function putOnLeave(
  file: DataFile,
  input: Absence & { fromOn: PlainDate; expectedReturnOn?: PlainDate | undefined; status: AwayStatus },
  call: CallContext,
): Promise<Learner[]> {
  const { fromOn, expectedReturnOn: returnOn, status, reason } = input
  if (returnOn !== undefined && returnOn <= fromOn)
    throw refuse('invalid_input', 'The return must be after the leave begins.', [
      { path: 'expectedReturnOn', message: 'Enter a day after the leave begins.' },
    ])
  return change(file, input, call, `Put {} ${awayWords[status]}`, async (tx, rows) => {
    refuseEach(rows, (row) => absence(learners, row, fromOn))
    for (const row of rows) {
      const back = await statusBefore(tx, row.id, fromOn)
      await writePlace(tx, learners, row, { ...row, status }, fromOn, reason)
      for (const standing of await loadStandingRows(tx, row.id)) {
        const during = standing.from_on > fromOn && (returnOn === undefined || standing.from_on < returnOn)
        if (during && learnerPresence(standing.status) !== 'gone') await updateStanding(tx, standing.id, { status })
      }
      if (returnOn !== undefined) {
        const away = (await learners.load(tx, input.programId, returnOn, [row.id]))[0]!
        if (away.status === status)
          await writePlace(tx, learners, away, { ...away, status: back }, returnOn, 'Expected return')
      }
      await joinRepeats(tx, row.id, fromOn)
    }
  })
}

const awayWords: Record<AwayStatus, string> = {
  leave: 'on leave',
  militaryLeave: 'on military leave',
  research: 'on a research year',
}

/**
 * Brings learners back on a day, all or none, in place of the return that was planned. Refuses `not_found`, `conflict`
 * where somebody is not away then.
 */
export async function bringBack(
  file: DataFile,
  input: Absence & { onDay: PlainDate; status: LearnerStatus; level?: string | undefined },
  call: CallContext,
): Promise<Learner[]> {
  const { onDay, status, reason } = input
  return change(file, { ...input, fromOn: onDay }, call, 'Bring {} back', async (tx, rows) => {
    refuseEach(rows, (row) =>
      learnerPresence(row.status) === 'away'
        ? null
        : `${displayName(row)} is not away on ${formatDate(onDay)}: ${learners.statusLabel(row).toLowerCase()}. Choose a day of the leave, or put them on leave until then.`,
    )
    for (const row of rows) {
      const level = input.level ?? row.level
      await writePlace(tx, learners, row, { ...row, status, level }, onDay, reason)
      await replacePlannedReturn(tx, row, { status, level }, onDay)
      await joinRepeats(tx, row.id, onDay)
    }
  })
}

/**
 * What was planned of a leave that is over does not come any more: its later days, and the day of return. A level that was
 * to change meanwhile still does.
 */
async function replacePlannedReturn(
  tx: Tx,
  was: Learner,
  back: Pick<Learner, 'status' | 'level'>,
  onDay: PlainDate,
): Promise<void> {
  for (const standing of (await loadStandingRows(tx, was.id)).filter(({ from_on }) => from_on > onDay)) {
    const presence = learnerPresence(standing.status)
    if (presence === 'gone') return
    const level = standing.level === was.level ? back.level : standing.level
    await updateStanding(tx, standing.id, { status: back.status, level })
    if (presence === 'present') return
  }
}

/** One write over the learners as they stand on the day; answers with how they stand today. */
async function change(
  file: DataFile,
  input: Absence & { fromOn: PlainDate },
  call: CallContext,
  label: string,
  work: (tx: Tx, rows: Learner[]) => Promise<void>,
): Promise<Learner[]> {
  const who = (rows: Learner[]) => (rows.length === 1 ? displayName(rows[0]!) : count(rows.length, 'learner'))
  const about = { label: (rows: Learner[]) => label.replace('{}', () => who(rows)), reason: input.reason }
  return file.write(call, about, async (tx) => {
    const rows = await learners.load(tx, input.programId, input.fromOn, input.learnerIds)
    if (rows.length < new Set(input.learnerIds).size)
      throw refuse('not_found', 'A learner is not in this program any more. The list now shows what is stored.')
    await work(tx, rows)
    return learners.load(tx, input.programId, call.today, input.learnerIds)
  })
}

function refuseEach(rows: readonly Learner[], problemWith: (row: Learner) => string | null): void {
  const details = rows.flatMap((row): ProblemDetail[] => {
    const message = problemWith(row)
    return message === null ? [] : [{ path: row.id, message }]
  })
  if (details.length > 0) throw refuse('conflict', `Nothing was changed. ${details[0]!.message}`, details)
}

/** What somebody was when they were last there, before a day or on it; before anything is known, what is known first. */
async function statusBefore(tx: Tx, enrolmentId: Id, day: PlainDate): Promise<LearnerStatus> {
  const standings = await loadStandingRows(tx, enrolmentId)
  const known = standings.filter(({ from_on }, index) => from_on <= day || index === 0)
  return known.findLast(({ status }) => learnerPresence(status) === 'present')?.status ?? 'active'
}
