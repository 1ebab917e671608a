import { createApp } from '#main/app.ts'
import { chooseDataFile } from '#main/desktop/openDialog.ts'
import { runDesktop } from '#main/desktop/runDesktop.ts'
import { dataFolder, settingsFolder } from '#main/folders.ts'

// The desktop app. Electron starts here.

const folders = { dataFolder: dataFolder(), settingsFolder: settingsFolder() }

runDesktop(folders.settingsFolder, () =>
  createApp({ ...folders, surface: 'electron', chooseFile: () => chooseDataFile(folders.dataFolder) }),
)
