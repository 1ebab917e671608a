import { BrowserWindow, dialog } from 'electron'

/** Lets the user pick a data file; null if they changed their mind. */
export async function chooseDataFile(defaultFolder: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Open a data file',
    defaultPath: defaultFolder,
    filters: [{ name: 'Coachdesk data files', extensions: ['coachdesk'] }],
    properties: ['openFile', 'dontAddToRecent'],
  }
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}
