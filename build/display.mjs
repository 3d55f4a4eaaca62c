/** What the system a start runs on allows: a window, a sandbox. */

/**
 * True where a window can be opened. Windows and macOS always have a screen; elsewhere a display server names itself.
 * @param {{ platform?: string, env?: Readonly<Record<string, string | undefined>> }} [where]
 */
export function hasDisplay({ platform = process.platform, env = process.env } = {}) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** True for root on Linux, where Chromium and Electron run only without their sandbox. */
export function isSuperuser() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
