/**
 * The texts of the Label page, its charts and tables, and the Account page, in several languages.
 *
 * To add a language, add a translated copy of en.json to this folder. Nothing else is needed.
 */

import type en from './en.json';

export type Words = Record<keyof typeof en, string>;

const files = import.meta.glob<Words>('./*.json', { eager: true, import: 'default' });

/** By language code. */
export const LANGUAGES: Record<string, Words> = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.slice(2, -'.json'.length), words]),
);
