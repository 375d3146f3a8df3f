/** The OpenAPI document of a running suite, and strict checks of answers against it. */

import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const suite = process.env.LYNCEUS_URL ?? 'http://127.0.0.1:8080';
export const METHODS = ['get', 'put', 'post', 'delete'];
export const JSON_TYPE = /^application\/(problem\+)?json/;

export class Contract {
  static async ofSuite() {
    const response = await fetch(`${suite}/q/openapi?format=json`);
    assert.equal(response.status, 200);
    return new Contract(await response.json());
  }

  constructor(api) {
    this.api = api;
    this.operations = Object.entries(api.paths).flatMap(([path, item]) =>
      METHODS.filter(method => item[method]).map(method => ({ method: method.toUpperCase(), path, ...item[method] })),
    );
    const ajv = new Ajv({ allErrors: true, strictTypes: false });
    addFormats(ajv);
    ajv.addVocabulary(['components', 'schemas']);
    const schemas = Object.entries(api.components.schemas).map(([name, schema]) => [name, this.#closed(schema)]);
    ajv.addSchema({ components: { schemas: Object.fromEntries(schemas) } }, 'api');
    this.ajv = ajv;
  }

  /** What a reference leads to. */
  resolved(part) {
    return part?.$ref ? part.$ref.slice(2).split('/').reduce((at, key) => at?.[key], this.api) : part;
  }

  operation(id) {
    const found = this.operations.find(({ operationId }) => operationId === id);
    assert.ok(found, `there is no operation ${id}`);
    return found;
  }

  /** Fails unless a value is as a schema of the document says, with no field that the schema does not name. */
  requireValid(schema, value, told) {
    assert.ok(schema?.$ref, `${told}: not described`);
    const validate = this.ajv.getSchema(`api${schema.$ref}`);
    assert.ok(validate(value), `${told}: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(value).slice(0, 1_000)}`);
  }

  /** The schema with every object closed that does not say what else it may have. */
  #closed(schema) {
    if (Array.isArray(schema)) {
      return schema.map(part => this.#closed(part));
    }
    if (schema === null || typeof schema !== 'object') {
      return schema;
    }
    if (schema.allOf) {
      return this.#closed(this.#merged(schema));
    }
    const { properties, ...others } = schema;
    const rest = each(others, part => this.#closed(part));
    return properties ? { additionalProperties: false, ...rest, properties: each(properties, part => this.#closed(part)) } : rest;
  }

  #merged({ allOf, ...whole }) {
    return allOf
      .map(part => this.resolved(part))
      .map(part => (part.allOf ? this.#merged(part) : part))
      .reduce((sum, part) => ({
        ...part,
        ...sum,
        properties: { ...sum.properties, ...part.properties },
        required: [...(sum.required ?? []), ...(part.required ?? [])],
      }), whole);
  }
}

function each(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
