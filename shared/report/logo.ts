/** Whether a logo is a picture that prints, by what its bytes begin with: the name of a file says nothing. */

import { longestLogo } from '../model/reportSettings.ts';

/** base64 of the first bytes: PNG's signature, JPEG's start of image, and "<svg" or "<?xml ". */
const beginnings = [/^data:image\/png;base64,iVBORw0KGgo/, /^data:image\/jpeg;base64,\/9j\//, /^data:image\/svg\+xml;base64,(PHN2Zy|PD94bWwg)/];

const wholeBase64 = /^[^,]*,[A-Za-z0-9+/]{20,}={0,2}$/;

export function isPicture(dataUrl: string): boolean {
  return dataUrl.length <= longestLogo && wholeBase64.test(dataUrl) && beginnings.some((pattern) => pattern.test(dataUrl));
}
