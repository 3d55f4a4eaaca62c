/** True once something has been under way for so long: who waits for less needs no word about it. */
import { useEffect, useState } from 'react';

/** ms */
const quietFor = 400;

export function useLasting(isUnderWay: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setIsLong(true), quietFor);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isUnderWay]);
  return isLong;
}
