/** The language in which a chart of the preview offers to be copied; null where pages are printed, and nothing is offered. */
import { createContext } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';

export const CopyLanguage = createContext<Language | null>(null);
