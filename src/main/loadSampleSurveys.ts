import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { importResponses } from '#main/features/evaluation/importResponses.ts'
import { setThemes } from '#main/features/evaluation/fixResponses.ts'
import { loadAdministrations, loadComments } from '#main/features/evaluation/repository.ts'
import { saveAdministration } from '#main/features/evaluation/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { readResource } from '#main/resources.ts'
import type { AdministrationDraft } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

const waves = [
  { name: 'Fall 2025', opensOn: '2025-10-01', closesOn: '2025-10-31' },
  { name: 'Spring 2026', opensOn: '2026-05-01', closesOn: '2026-05-31' },
  { name: 'Fall 2026', opensOn: '2026-10-01', closesOn: '2026-10-31' },
] as const

/** What the remarks of the sample speak of, by a word of theirs. */
const themes: readonly [word: string, theme: string][] = [
  ['time for', 'Time'],
  ['protected', 'Time'],
  ['calendar', 'Time'],
  ['hour', 'Time'],
  ['schedul', 'Time'],
  ['reminders', 'Time'],
  ['a month in', 'Time'],
  ['listens', 'Rapport'],
  ['questions stay', 'Rapport'],
  ['trusted', 'Rapport'],
  ['kind', 'Rapport'],
  ['remembered', 'Rapport'],
  ['had asked', 'Rapport'],
  ['ward', 'Place'],
  ['video', 'Place'],
  ['room', 'Place'],
  ['goal', 'Goals'],
  ['plan', 'Goals'],
  ['results', 'Preparation'],
  ['prepare', 'Preparation'],
  ['form', 'Preparation'],
  ['orientation', 'Expectations'],
  ['assess', 'Expectations'],
  ['career', 'Career'],
]

interface Survey {
  file: string
  wave: AdministrationDraft
}

/** Two years of surveys as the tools export them: learners on coaches in Qualtrics, on themselves in REDCap, coaches in a form. */
function surveysOf(prefix: string): Survey[] {
  const learners = { population: 'learners', identity: 'confidential' } as const
  const ofWaves = waves.flatMap((wave): Survey[] => [
    {
      file: `${prefix}-feedback-${wave.name.toLowerCase().replace(' ', '-')}.csv`,
      wave: { ...wave, ...learners, instrumentKey: 'coachFeedback' },
    },
    { file: `${prefix}-wellbeing.csv`, wave: { ...wave, ...learners, instrumentKey: 'burnoutItem' } },
    { file: `${prefix}-wellbeing.csv`, wave: { ...wave, ...learners, instrumentKey: 'pfi' } },
  ])
  const coaches = { ...waves[2], instrumentKey: 'coachSelf', population: 'coaches', identity: 'named' } as const
  return [...ofWaves, { file: `${prefix}-coach-self.csv`, wave: coaches }]
}

/** Gives a sample program its waves and responses by the import that real exports take. */
export async function loadSampleSurveys(
  workspace: Workspace,
  programId: Id,
  prefix: string,
  call: CallContext,
): Promise<void> {
  const file = workspace.current()
  const ownRequest = (): CallContext => ({ ...call, requestId: newId() })
  for (const { file: name, wave } of surveysOf(prefix)) {
    const { id } = await saveAdministration(file, { programId, administration: wave }, ownRequest())
    const { handle } = workspace.staging.put(name, await readResource(`sample/${name}`))
    await importResponses(workspace, { handle, programId, administrationId: id, backUp: false }, ownRequest())
  }
  const all = await loadAdministrations(file.db, programId)
  const comments = (
    await loadComments(
      file.db,
      all.map(({ id }) => id),
    )
  ).map(({ id, text }) => ({ id, themes: themesOf(text) }))
  await setThemes(file, { programId, comments }, ownRequest())
}

const themesOf = (text: string): string[] => [
  ...new Set(themes.filter(([word]) => text.toLowerCase().includes(word)).map(([, theme]) => theme)),
]
