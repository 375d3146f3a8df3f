/** Tables as text (RFC 4180), and how the reader saves them. */

type Cell = string | number | null | undefined;

export function csv(header: string[], rows: Cell[][]): string {
  return [header, ...rows].map(row => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

function quoted(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
