import assert from 'node:assert/strict';
import type { Ecosystem } from '../../../server/src/base/ecosystem.ts';
import { imitated } from '../../../server/src/rules/dependencies/shared/imitation.ts';
import { rightNameFor } from '../../../server/src/rules/dependencies/shared/right-name.ts';

/** Ecosystem, name, what it looks like; nothing for one that looks like none. */
const IMITATIONS: readonly (readonly [ecosystem: Ecosystem, name: string, target?: string])[] = [
  ['RubyGems', 'rials', 'rails'],
  ['RubyGems', 'nokogirii', 'nokogiri'],
  ['RubyGems', 'active-record', 'activerecord'],
  ['RubyGems', 'puma-gem', 'puma'],
  ['RubyGems', 'rspec-acme'],
  ['RubyGems', 'devise-i18n'],
  ['Packagist', 'symfny/console', 'symfony/console'],
  ['Packagist', 'guzzlehtp/guzzle', 'guzzlehttp/guzzle'],
  ['Packagist', 'larvel/framework', 'laravel/framework'],
  ['Packagist', 'symfony/consol'],
  ['Packagist', 'acme/console'],
  ['NuGet', 'Newtonsoft.Jsn', 'Newtonsoft.Json'],
  ['NuGet', 'NewtonsoftJson', 'Newtonsoft.Json'],
  ['NuGet', 'newtonsoft.json'],
  ['NuGet', 'Microsoft.Extensions.Loging'],
  ['Maven', 'org.apach.commons:commons-lang3', 'org.apache.commons:commons-lang3'],
  ['Maven', 'org.fasterxml.jackson.core:jackson-databind', 'com.fasterxml.jackson.core:jackson-databind'],
  ['Maven', 'org.apache.commons:commons-lang33'],
  ['Maven', 'com.acme:guava'],
  ['Go', 'github.com/gorila/mux', 'github.com/gorilla/mux'],
  ['Go', 'github.com/labstak/echo/v4', 'github.com/labstack/echo/v4'],
  ['Go', 'github.com/acme/mux'],
  ['Hex', 'pheonix', 'phoenix'],
  ['Hex', 'plug_cowbuy', 'plug_cowboy'],
  ['Hex', 'jaxon'],
  ['Pub', 'shared_preference', 'shared_preferences'],
  ['Pub', 'firebase-core', 'firebase_core'],
  ['Pub', 'flutter_chat_ui'],
];

describe('names of other ecosystems', () => {
  for (const [ecosystem, name, target] of IMITATIONS)
    it(`${ecosystem}: ${name} looks like ${target ?? 'nothing'}`, () => assert.equal(imitated(ecosystem, name), target));

  it('are right under one name only', () => {
    assert.equal(rightNameFor('NuGet', 'json.net')?.name, 'Newtonsoft.Json');
    assert.equal(rightNameFor('RubyGems', 'postgres')?.name, 'pg');
    assert.equal(rightNameFor('Packagist', 'guzzle/guzzle')?.name, 'guzzlehttp/guzzle');
    assert.equal(rightNameFor('Maven', 'org.apache.commons:commons-io')?.name, 'commons-io:commons-io');
    assert.equal(rightNameFor('Pub', 'http'), undefined);
  });
});
