import en from './en.json';
import { LANGUAGES, type Words } from './languages';

const KEY = 'lynceus-language';

function preferred(): string {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map(tag => tag.slice(0, 2))];
  return wanted.find((code): code is string => code !== null && Object.hasOwn(LANGUAGES, code)) ?? 'en';
}

/** The reader's language: that of the browser where there is one, until another is chosen. */
export class Language {
  code = $state(preferred());
  words = $derived<Words>(LANGUAGES[this.code] ?? en);

  choose(code: string): void {
    this.code = code;
    localStorage.setItem(KEY, code);
  }
}
