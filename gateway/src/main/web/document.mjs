// The OpenAPI document in openapi.json, from which the types of the pages are generated. It is the document of a running
// suite, stored so that the pages are built without one; `browser/document.test.mjs` compares the two. To renew it:
//   npm run document              from the suite at LYNCEUS_URL, http://127.0.0.1:8080 unless said otherwise
//   npm run document -- FILE      from a file in JSON, as Quarkus stores it with -Dquarkus.smallrye-openapi.store-schema-directory
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STORED = join(import.meta.dirname, 'openapi.json');

export async function storedDocument() {
  return JSON.parse(await readFile(STORED, 'utf8'));
}

/** The document without the address of the suite, its operations and components in alphabetical order. */
export function stable({ servers: _, paths, components, ...rest }) {
  return { ...rest, paths: sorted(paths), components: sorted(mapped(components, sorted)) };
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

async function documentOfSuite() {
  const suite = process.env.LYNCEUS_URL ?? 'http://127.0.0.1:8080';
  const response = await fetch(`${suite}/q/openapi?format=json`);
  if (!response.ok) {
    throw new Error(`${suite} answers ${response.status}`);
  }
  return response.json();
}

if (process.argv[1] === import.meta.filename) {
  const [, , file] = process.argv;
  const document = file ? JSON.parse(await readFile(file, 'utf8')) : await documentOfSuite();
  await writeFile(STORED, `${JSON.stringify(stable(document), null, 2)}\n`);
}
