/** The reader's pseudonym, which this browser remembers. */
const KEY = 'lynceus-volunteer';

export function rememberedName(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberName(name: string): void {
  localStorage.setItem(KEY, name);
}

export function forgetName(): void {
  localStorage.removeItem(KEY);
}
