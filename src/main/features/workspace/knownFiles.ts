import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { dataFileExtension } from '#main/database/openDataFile.ts'
import { type FolderRisk, folderRisk, parseMounts } from '#shared/workspace/folderRisk.ts'
import type { KnownFile } from '#shared/workspace/schema.ts'

/** Stands for a path, which the window never sees. */
export const fileIdOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 32)

export const fileNameOf = (path: string): string => basename(path, dataFileExtension)

/** The last two parts of the folder: enough to tell files of one name apart. */
export const folderHint = (path: string): string => dirname(path).split(sep).filter(Boolean).slice(-2).join(sep)

/** A known file with its path, which stays in the main process. */
export interface FoundFile {
  readonly path: string
  readonly file: KnownFile
}

/** The files opened lately, newest first, then the others of the data folder by name. */
export async function findKnownFiles(
  recent: readonly { path: string; openedAt: string }[],
  anyDataFolder: string,
  openPath: string | null,
): Promise<FoundFile[]> {
  const dataFolder = await realpath(anyDataFolder).catch(() => anyDataFolder)
  const inFolder = (await readdir(dataFolder).catch(() => []))
    .filter((name) => name.endsWith(dataFileExtension))
    .toSorted()
    .map((name) => join(dataFolder, name))
    .filter((path) => !recent.some((file) => file.path === path))
  const files = [...recent, ...inFolder.map((path) => ({ path, openedAt: null }))]
  return Promise.all(
    files.map(async ({ path, openedAt }) => ({
      path,
      file: {
        id: fileIdOf(path),
        name: fileNameOf(path),
        folder: folderHint(path),
        openedAt,
        missing: !(await isFile(path)),
        open: path === openPath,
      },
    })),
  )
}

/** Whether the folder of a file is one that others write to. */
export async function riskOf(path: string): Promise<FolderRisk | null> {
  const mounts = process.platform === 'linux' ? await readFile('/proc/mounts', 'utf8').catch(() => '') : ''
  return folderRisk(dirname(path), parseMounts(mounts))
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
