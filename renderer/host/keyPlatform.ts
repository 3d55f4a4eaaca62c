/** Which key is Mod on this computer. */
import type { KeyPlatform } from '../../shared/keys.ts';

export const keyPlatform: KeyPlatform = /^(Mac|iP)/.test(navigator.platform) ? 'mac' : 'other';
