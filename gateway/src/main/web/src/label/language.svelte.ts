import en from './en.json';
import { LANGUAGES, type Words } from './languages';

const KEY = 'lynceus-language';

function preferred(): string {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map(tag => tag.slice(0, 2))];
  return wanted.find((code): code is string => code !== null && Object.hasOwn(LANGUAGES, code)) ?? 'en';
}

/** The language of the reader: that of the browser if we have it, until the reader chooses another. */
export class Language {
  code = $state(preferred());
  words = $derived<Words>(LANGUAGES[this.code] ?? en);

  choose(code: string): void {
    this.code = code;
    localStorage.setItem(KEY, code);
  }
}
