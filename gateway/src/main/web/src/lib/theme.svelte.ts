/** Dark or light colours: those of the system until the reader chooses. */

type Theme = 'light' | 'dark';

const KEY = 'lynceus-theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const stored = localStorage.getItem(KEY);

export const theme = $state<{ now: Theme }>({
  now: stored === 'light' || stored === 'dark' ? stored : system.matches ? 'dark' : 'light',
});

function show(): void {
  document.documentElement.dataset.theme = theme.now;
}

export function switchTheme(): void {
  theme.now = theme.now === 'dark' ? 'light' : 'dark';
  localStorage.setItem(KEY, theme.now);
  show();
}

system.addEventListener('change', event => {
  if (!localStorage.getItem(KEY)) {
    theme.now = event.matches ? 'dark' : 'light';
    show();
  }
});
show();
