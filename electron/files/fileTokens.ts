/** Stands between the windows and the paths: a window holds a token, only the main process knows which file it means. */
import type { FileToken } from '../../shared/host.ts';

export type FileTokens = {
  /** The token of a path; the same path keeps its token for the life of the process. */
  give(path: string): FileToken;
  /** The path behind a token; null for one that was never given. */
  pathOf(token: FileToken): string | null;
};

/** `newToken` must give what nobody can guess, else a window could reach files that the user never chose. */
export function createFileTokens(newToken: () => string): FileTokens {
  const paths = new Map<FileToken, string>();
  const tokens = new Map<string, FileToken>();
  return {
    give(path) {
      const known = tokens.get(path);
      if (known !== undefined) return known;
      const token = newToken() as FileToken;
      paths.set(token, path);
      tokens.set(path, token);
      return token;
    },
    pathOf: (token) => paths.get(token) ?? null,
  };
}
