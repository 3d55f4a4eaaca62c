import { pageHost, pageScheme } from '../../shared/desktopBridge.ts';

/** Whether an address is one of the program's own pages. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${pageScheme}:` && host === pageHost;
}
