/** The OpenAPI document of a running suite is complete: names, bodies, answers, fields. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { stable, storedDocument } from '../document.mjs';
import { Contract, JSON_TYPE } from './contract.mjs';

let contract;

before(async () => {
  contract = await Contract.ofSuite();
});

test('every operation has a name of its own, every reference leads somewhere', () => {
  const ids = contract.operations.map(({ operationId }) => operationId);
  contract.operations.forEach(({ operationId, method, path }) => assert.match(operationId ?? '', /^[a-z][A-Za-z]+$/, `${method} ${path}`));
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
  const references = [...JSON.stringify(contract.api).matchAll(/"\$ref":("[^"]+")/g)].map(([, text]) => JSON.parse(text));
  references.forEach($ref => assert.ok(contract.resolved({ $ref }), $ref));
});

test('the document that the pages are built from is that of the suite', async () => {
  const [stored, given] = [await storedDocument(), stable(contract.api)].map(parts);
  const differing = [...new Set([...stored.keys(), ...given.keys()])].filter(name => !isDeepStrictEqual(stored.get(name), given.get(name)));
  assert.deepEqual(differing, [], 'openapi.json is out of date; `npm run document` in gateway/src/main/web renews it from the suite at LYNCEUS_URL');
});

/** Operations, schemas and all else in a document, by name. */
function parts({ paths, components, ...rest }) {
  const named = (kind, object) => Object.entries(object).map(([name, part]) => [`${kind} ${name}`, part]);
  return new Map([...named('path', paths), ...Object.entries(components).flatMap(([kind, all]) => named(kind, all)), ...named('top', rest)]);
}

test('every body and answer in JSON has a schema with a name', () => {
  for (const { operationId, method, requestBody, responses } of contract.operations) {
    const asked = Object.entries(requestBody?.content ?? {}).map(([type, content]) => [`${operationId} is asked with ${type}`, type, content]);
    const told = Object.entries(responses).flatMap(([status, answer]) =>
      Object.entries(contract.resolved(answer).content ?? {}).map(([type, content]) => [`${operationId} answers ${status} ${type}`, type, content]),
    );
    for (const [what, type, { schema }] of [...asked, ...told]) {
      assert.ok(JSON_TYPE.test(type) ? schema?.$ref : schema?.type === 'string' || schema?.$ref, what);
    }
    const described = Object.entries(responses).some(([status, answer]) => status === '204' || (status.startsWith('2') && answer.content));
    assert.ok(described, `${operationId} answers nothing`);
    assert.ok(method !== 'GET' || !requestBody, operationId);
  }
});

test('every schema says what its objects hold, every field what it is', () => {
  const look = (schema, where) => {
    if (schema.$ref || schema.enum || schema.const) {
      return;
    }
    for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? [])]) {
      look(part, where);
    }
    const types = [schema.type ?? []].flat();
    assert.ok(types.length > 0 || schema.allOf || schema.anyOf, `${where} can be anything`);
    if (types.includes('array')) {
      look(schema.items ?? {}, `${where}[]`);
    }
    if (types.includes('object')) {
      const { properties = {}, additionalProperties } = schema;
      assert.ok(Object.keys(properties).length > 0 || additionalProperties, `${where} is free`);
      assert.ok(additionalProperties !== true || where === 'Notice', `${where} holds anything`);
      (schema.required ?? []).forEach(name => assert.ok(properties[name], `${where}.${name} is required and not described`));
      if (additionalProperties && additionalProperties !== true) {
        look(additionalProperties, `${where}.*`);
      }
      for (const [name, field] of Object.entries(properties)) {
        look(field, `${where}.${name}`);
        assert.ok(field.description || field.enum || !/string|number|integer|boolean/.test(field.type), `${where}.${name} says not what it is`);
      }
    }
  };
  Object.entries(contract.api.components.schemas).forEach(([name, schema]) => look(schema, name));
});

test('every example obeys its schema', () => {
  const bodies = contract.operations.flatMap(({ operationId, requestBody }) =>
    Object.values(requestBody?.content ?? {}).flatMap(({ schema, example, examples = {} }) =>
      [example, ...Object.values(examples).map(given => contract.resolved(given).value)].filter(Boolean).map(given => [operationId, schema, given]),
    ),
  );
  assert.ok(bodies.length > 15, `${bodies.length} examples`);
  bodies.forEach(([id, schema, given]) => contract.requireValid(schema, given, `example of ${id}`));
});
