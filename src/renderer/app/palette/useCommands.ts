import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Findable } from '#renderer/app/palette/find.ts'
import { budgetTabs, dataTabs, evaluationTabs } from '#renderer/app/search.ts'
import { keysHere, type ShortcutName, shortcuts } from '#renderer/app/shortcuts.ts'
import { themeLabels, themes, usePrefer } from '#renderer/app/preferences.ts'
import { useActions } from '#renderer/app/useActions.ts'
import { useOpenFile, usePrograms } from '#renderer/app/useWorkspace.ts'
import { budgetTabLabels, dataTabLabels, evaluationTabLabels } from '#renderer/app/words.ts'
import { foldText } from '#shared/kernel/text.ts'
import { questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Program } from '#shared/program/schema.ts'

export interface Command extends Findable {
  readonly run: () => void
  readonly keys?: string
}

/** Every page that can be gone to and every action that can be taken now, the most likely first. */
export function useCommands(program: Program | null): Command[] {
  const navigate = useNavigate()
  const actions = useActions()
  const file = useOpenFile()
  const programs = usePrograms()
  const prefer = usePrefer()
  return useMemo(() => {
    const commands: Command[] = []
    const add = (title: string, detail: string, run: () => unknown, shortcut?: ShortcutName): void => {
      commands.push({
        id: `${detail} ${title}`,
        title,
        detail,
        text: foldText(`${title} ${detail}`),
        run: () => void run(),
        ...(shortcut && { keys: keysHere(shortcuts[shortcut].keys) }),
      })
    }
    if (program) {
      const params = { programId: program.id }
      add('Learners', 'Page', () => navigate({ to: '/programs/$programId/learners', params }))
      add('Coaches', 'Page', () => navigate({ to: '/programs/$programId/coaches', params }))
      add('Staff', 'Page', () => navigate({ to: '/programs/$programId/staff', params }))
      add('Stakeholders', 'Page', () => navigate({ to: '/programs/$programId/stakeholders', params }))
      add('Meetings', 'Page', () => navigate({ to: '/programs/$programId/meetings', params }))
      add('Import learners', 'Action', () =>
        navigate({ to: '/programs/$programId/import', params, search: { as: 'learners' } }),
      )
      add('Import coaches', 'Action', () =>
        navigate({ to: '/programs/$programId/import', params, search: { as: 'coaches' } }),
      )
      add('Import staff', 'Action', () =>
        navigate({ to: '/programs/$programId/import', params, search: { as: 'staff' } }),
      )
    }
    if (file) {
      if (file.undo) add(`Undo: ${file.undo.label}`, 'Action', actions.undo, 'undo')
      if (file.redo) add(`Redo: ${file.redo.label}`, 'Action', actions.redo, 'redo')
      add('Back up now', 'Action', actions.backUp)
    }
    add('Home', 'Page', () => navigate({ to: '/' }))
    if (program) {
      const params = { programId: program.id }
      add('Program design', 'Page', () => navigate({ to: '/programs/$programId/design', params }))
      for (const question of questions) {
        const { number, title } = questionTexts[question]
        add(`Design: ${number} ${title}`, 'Page', () =>
          navigate({ to: '/programs/$programId/design/$question', params: { ...params, question } }),
        )
      }
      add('Charter', 'Page', () => navigate({ to: '/programs/$programId/design/charter', params }))
      for (const tab of budgetTabs)
        add(`Budget: ${budgetTabLabels[tab].toLowerCase()}`, 'Page', () =>
          navigate({ to: '/programs/$programId/budget', params, search: { tab } }),
        )
      add('Budget: summary to print', 'Page', () => navigate({ to: '/programs/$programId/budget/summary', params }))
      for (const tab of evaluationTabs)
        add(`Evaluation: ${evaluationTabLabels[tab].toLowerCase()}`, 'Page', () =>
          navigate({ to: '/programs/$programId/evaluation', params, search: { tab } }),
        )
      add('Program set-up', 'Page', () => navigate({ to: '/programs/$programId/settings', params }))
    }
    if (file) {
      for (const tab of dataTabs)
        add(`Data: ${dataTabLabels[tab].toLowerCase()}`, 'Page', () => navigate({ to: '/data', search: { tab } }))
    }
    for (const other of programs ?? []) {
      if (other.id !== program?.id)
        add(`Switch to ${other.name}`, 'Program', () => navigate({ to: '/', search: { program: other.id } }))
    }
    if (file) add('Programs side by side', 'Page', () => navigate({ to: '/programs' }))
    add('Start a program', 'Action', () => navigate({ to: '/programs/new' }))
    add('New data file…', 'Action', actions.newFile)
    add('Open data file…', 'Action', actions.openFile, 'openFile')
    add('Change your name…', 'Action', actions.actor)
    for (const theme of themes) add(`Theme: ${themeLabels[theme].toLowerCase()}`, 'Action', () => prefer({ theme }))
    add('Keyboard', 'Help', actions.keys, 'keys')
    return commands
  }, [program, navigate, actions, file, programs, prefer])
}
