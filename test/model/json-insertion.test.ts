import assert from 'node:assert/strict';
import { memberInsertion, parseJson } from '../../server/src/model/json/index.ts';

const MEMBER = '"n": "1"';

const insert = (text: string, ...path: string[]): string | undefined => {
  const place = memberInsertion(text, parseJson(text).root, path, MEMBER);
  return place && text.slice(0, place.at) + place.text + text.slice(place.at);
};

describe('adding a member to JSON', () => {
  const cases: readonly (readonly [title: string, before: string, path: readonly string[], after: string | undefined])[] = [
    ['behind the last one', '{\n  "a": 1\n}\n', [], '{\n  "a": 1,\n  "n": "1"\n}\n'],
    ['into an object that is there', '{\n  "o": {\n    "a": 1\n  }\n}', ['o'], '{\n  "o": {\n    "a": 1,\n    "n": "1"\n  }\n}'],
    ['with the object', '{\n  "a": 1\n}', ['o'], '{\n  "a": 1,\n  "o": {\n    "n": "1"\n  }\n}'],
    ['with two objects', '{\n\t"a": 1\n}', ['o', 'p'], '{\n\t"a": 1,\n\t"o": {\n\t\t"p": {\n\t\t\t"n": "1"\n\t\t}\n\t}\n}'],
    ['with the inner object', '{\n  "o": { "a": 1 }\n}', ['o', 'p'], '{\n  "o": { "a": 1, "p": { "n": "1" } }\n}'],
    ['on one line', '{ "a": 1 }', ['o'], '{ "a": 1, "o": { "n": "1" } }'],
    ['without blanks', '{"a":1}', [], '{"a":1, "n": "1"}'],
    ['into an empty object', '{\n  "o": {}\n}', ['o'], '{\n  "o": {\n    "n": "1"\n  }\n}'],
    ['into an empty object on one line', '{ "o": {} }', ['o'], '{ "o": { "n": "1" } }'],
    ['with CRLF', '{\r\n  "a": 1\r\n}', ['o'], '{\r\n  "a": 1,\r\n  "o": {\r\n    "n": "1"\r\n  }\r\n}'],
    ['behind blank lines', '{\n  "a": 1,\n\n\n  "b": 2\n}', [], '{\n  "a": 1,\n\n\n  "b": 2,\n  "n": "1"\n}'],
    ['not where something else stands', '{ "o": 1 }', ['o'], undefined],
    ['not where the object is open', '{ "a": 1', [], undefined],
    ['not into an array', '[1]', [], undefined],
  ];
  for (const [title, before, path, after] of cases) it(title, () => assert.equal(insert(before, ...path), after));
});
