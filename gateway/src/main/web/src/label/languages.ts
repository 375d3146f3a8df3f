/**
 * What volunteers read, in several languages: the Label page with its charts and tables, and accounts.
 *
 * A language is a file in this folder; a new one is a copy of en.json in other words, and nothing else.
 */

import type en from './en.json';

export type Words = Record<keyof typeof en, string>;

const files = import.meta.glob<Words>('./*.json', { eager: true, import: 'default' });

/** By language code. */
export const LANGUAGES: Record<string, Words> = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.slice(2, -'.json'.length), words]),
);
