/** The folder where Lodestone keeps what belongs to the user and not to a checkout: the browser's profile, handed-over files, what failed today. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * @param {{ platform?: string, env?: Readonly<Record<string, string | undefined>>, home?: string }} [where]
 * @returns {string} the folder, which may not exist yet
 */
export function dataFolder({ platform = process.platform, env = process.env, home = homedir() } = {}) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Lodestone');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lodestone');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'lodestone');
}
