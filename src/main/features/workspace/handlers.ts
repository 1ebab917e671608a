import { extname } from 'node:path'
import type { Handlers } from '#main/dispatcher/handler.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { listExports, listHistory, listImports, listViews } from '#main/features/workspace/repository.ts'
import { deleteView, saveView } from '#main/features/workspace/views.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { workspaceContract } from '#shared/workspace/contract.ts'

const mimeTypes: Record<string, string> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.csv': 'text/csv',
  '.ics': 'text/calendar',
}

export function workspaceHandlers(workspace: Workspace): Handlers<keyof typeof workspaceContract> {
  /** Many calls change what is open and answer with how it is then. */
  const thenInfo = async (change: Promise<void>) => {
    await change
    return workspace.info()
  }
  return {
    'workspace.info': () => workspace.info(),
    'workspace.setActor': async ({ name }) => {
      workspace.setActor(name)
      return workspace.info()
    },
    'workspace.setPreferences': async (preferences) => {
      workspace.setPreferences(preferences)
      return workspace.info()
    },

    'workspace.listFiles': () => workspace.listFiles(),
    'workspace.createFile': ({ name, sample }, call) => thenInfo(workspace.createNamed(name, sample, call)),
    'workspace.openFile': ({ fileId }) => thenInfo(workspace.openKnown(fileId)),
    'workspace.chooseFile': () => thenInfo(workspace.chooseFile()),
    'workspace.checkFile': async () => workspace.current().check(),

    'workspace.undo': async (_input, call) => workspace.current().undo(call),
    'workspace.redo': async (_input, call) => workspace.current().redo(call),
    'workspace.undoEntry': async ({ entryId }, call) => workspace.current().reverse(call, entryId),
    'workspace.listHistory': async (input) => listHistory(workspace.current().db, input),
    'workspace.getEntry': async ({ entryId }) => entryDetail(workspace.current().db, entryId),

    'workspace.listBackups': async () => workspace.listBackups(),
    'workspace.createBackup': (_input, call) => workspace.backUp('manual', call),
    'workspace.restoreBackup': ({ backupId }, call) => thenInfo(workspace.restore(backupId, call)),

    'workspace.stageFile': async ({ name, base64 }) => workspace.staging.put(name, Buffer.from(base64, 'base64')),
    'workspace.fetchFile': async ({ handle }) => {
      const { name, bytes } = workspace.staging.get(handle)
      const mime = mimeTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
      return { name, mime, base64: Buffer.from(bytes).toString('base64') }
    },
    'workspace.listImports': async () => listImports(workspace.current().db),
    'workspace.listExports': async () => listExports(workspace.current().db),

    'workspace.reportFault': async (fault) => ({ reference: workspace.reportFault(fault) }),

    'workspace.listViews': async ({ grid }) => listViews(workspace.current().db, grid),
    'workspace.saveView': async (view, call) => saveView(workspace.current(), view, call),
    'workspace.deleteView': async ({ id }, call) => deleteView(workspace.current(), id, call),
  }
}
