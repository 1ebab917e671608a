import { readdir, readFile } from 'node:fs/promises'

/**
 * Reads a file that comes with the app, such as "sample/ume-learners.xlsx". The folder `resources` stands beside `src` and
 * `out`, in the packaged app too: Electron reads inside its archive as in a folder.
 */
export async function readResource(path: string): Promise<Uint8Array> {
  return readFile(new URL(path, resourcesFolder(import.meta.url)))
}

/** The files of a folder that comes with the app, by name. */
export async function listResources(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, resourcesFolder(import.meta.url)))
  return names.toSorted().map((name) => `${folder}/${name}`)
}

/** The built app puts this module into an entry, or into a chunk a folder below. */
export function resourcesFolder(moduleUrl: string): URL {
  return new URL(moduleUrl.includes('/chunks/') ? '../../../resources/' : '../../resources/', moduleUrl)
}
