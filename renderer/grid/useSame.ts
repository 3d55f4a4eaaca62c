/** The value as it was when the key last changed. */
import { useState } from 'react';

export function useSame<T>(value: T, key: string): T {
  const [held, hold] = useState({ key, value });
  if (held.key === key) return held.value;
  hold({ key, value });
  return value;
}
