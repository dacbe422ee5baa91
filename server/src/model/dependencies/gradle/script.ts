import type { Span } from '../../../base/span.ts';
import type { Dependency, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Registry, type Repository, type Setting } from '../file.ts';
import { linesOf, wholeLine } from '../lines.ts';
import { isMistyped } from '../misspelt.ts';
import { scriptComments } from './comments.ts';
import { groupsOf, isConfiguration, mayBeConfiguration } from './configurations.ts';
import { blocksIn, conditionOf, headOf, isTransparent, type Head } from './context.ts';
import { catalogLibraries } from './declared-catalog.ts';
import { entriesIn, entriesNamed, richVersion, type Script } from './entries.ts';
import { javaVersionsIn } from './java-versions.ts';
import { lex } from './lexer.ts';
import { credentialsIn, isRepository, repositoryDetails, urlOf } from './repositories.ts';
import { overrideSitesOf } from './override-sites.ts';
import type { Variable } from '../variables/variable.ts';
import { capabilitiesOf, managedOf, moduleOf } from './module.ts';
import { requirementOf } from './requirement.ts';
import { sharedModules } from './shared-modules.ts';
import { evaluate, namedIn, variablesOf, type Value } from './scope.ts';
import { argumentsOf, isMark, nest, spanOfAll, statementsOf, type Group, type Node } from './tree.ts';

/** Reads build.gradle, settings.gradle and other scripts of Gradle, in Groovy or in Kotlin (https://docs.gradle.org/current/userguide/dependency_management.html). */
export function parseGradleScript(text: string, path: string): DependencyFile {
  const language = path.endsWith('.kts') ? 'kotlin' : 'groovy';
  const { tokens, comments } = lex(text, language);
  const root = nest(text, tokens);
  const { scope, shared } = variablesOf(root, language);
  const script = { text, language, scope } as const;
  const reader = new Reader(script);
  reader.walk(root, []);
  const others = sharedModules(script, shared, reader.dependencies);
  const dependencies = [...others, ...reader.dependencies];
  if (others.length > 0) dependencies.sort((one, other) => one.span.start - other.span.start);
  const overrideSites = overrideSitesOf(script, root, dependencies);
  const isSettings = /(?:^|\/)settings\.gradle(?:\.kts)?$/.test(path);
  return dependencyFile({
    ecosystem: 'Maven',
    format: isSettings ? 'settings.gradle' : 'build.gradle',
    role: 'manifest',
    comments: scriptComments(text, comments, tokens),
    dependencies,
    registries: reader.repositories.flatMap(registryOf),
    repositories: reader.repositories,
    settings: reader.settings,
    runtimes: javaVersionsIn(tokens),
    variables: [...shared].map((name): Variable => {
      const value = scope.get(name);
      return value?.span
        ? { name, value: value.text, span: value.span }
        : { name, value: '', span: { start: 0, end: 0 }, isUncertain: true };
    }),
    inherits: reader.scripts.map((applied) => ({ path: applied })),
    workspaces: isSettings ? reader.includes : [],
    ...(overrideSites.length > 0 && { overrideSites }),
  });
}

const registryOf = ({ url, urlSpan }: Repository): Registry[] =>
  url !== undefined && urlSpan ? [{ kind: 'repository', url, urlSpan }] : [];

/** The blocks whose content is read in its own way. */
const SECTIONS = ['dependencies', 'constraints', 'repositories', 'plugins', 'imports', 'resolutionStrategy'] as const;

class Reader {
  readonly dependencies: Dependency[] = [];
  readonly repositories: Repository[] = [];
  readonly includes: string[] = [];
  readonly settings: Setting[] = [];
  /** Paths of the scripts that this one applies. */
  readonly scripts: string[] = [];
  readonly #script: Script;
  readonly #lines: readonly Span[];

  constructor(script: Script) {
    this.#script = script;
    this.#lines = linesOf(script.text);
  }

  /** @param path the names of the blocks around, without those that say nothing */
  walk(block: Group, path: readonly string[], condition?: string): void {
    if (path.at(-2) === 'versionCatalogs') this.dependencies.push(...catalogLibraries(block, this.#script));
    const section = path.findLast((name) => SECTIONS.some((one) => one === name));
    for (const statement of statementsOf(block)) {
      const head = headOf(statement);
      if (head === undefined) {
        this.#walkInto(statement, path, condition);
        continue;
      }
      const place = { statement, head, path, ...(condition !== undefined && { condition }) };
      const isRead =
        section === 'repositories' && isRepository(head.word, path)
          ? this.#repository(place, block)
          : section === 'plugins'
            ? this.#plugin(place)
            : this.#module(place, section);
      if (!isRead) this.#walkConditions(head, innerPath(this.#script.text, head, path), condition);
    }
  }

  /** What stands behind `else` has another condition than what stands before. */
  #walkConditions(head: Head, path: readonly string[], condition?: string): void {
    const own = conditionOf(this.#script.text, head) ?? condition;
    const at = head.rest.findIndex((node) => node.kind === 'word' && node.text === 'else');
    this.#walkInto(at < 0 ? head.rest : head.rest.slice(0, at), path, own);
    if (at >= 0) this.#walkInto(head.rest.slice(at), path, 'else');
  }

  #walkInto(nodes: readonly Node[], path: readonly string[], condition?: string): void {
    for (const inner of blocksIn(nodes)) this.walk(inner, path, condition);
  }

  #module(place: Place, section: string | undefined): boolean {
    const { head, path } = place;
    const { word, rest } = head;
    if (word === 'exclude') return this.#exclusion(place);
    if (head.name === 'apply') this.#apply(place);
    if (word === 'include' || word === 'includeFlat') {
      if (path.length === 0) this.#include(rest);
      // Loom's `include` puts a module into the archive.
      return section === 'dependencies' && this.#add(place, word, rest, 'declared');
    }
    if (word === 'mavenBom') return this.#add(place, 'mavenBom', rest, 'constraint');
    if (section === 'resolutionStrategy')
      return /^force|^forcedModules/.test(word) && this.#add(place, 'force', rest, 'override');
    if (/\bresolutionStrategy\.force$/.test(head.name)) return this.#add(place, 'force', rest, 'override');
    const isManaged = path.includes('dependencyManagement');
    if (isManaged && word === 'dependency') return this.#add(place, 'dependency', rest, 'constraint');
    if (isManaged && word === 'dependencySet') return this.#set(place);
    const isInside = section === 'dependencies' || section === 'constraints';
    if (word === 'add' && isInside) return this.#added(place, section);
    if (!isConfiguration(word) && !(isInside && mayBeConfiguration(head.name.includes('.') ? '' : word))) return false;
    if (rest.length === 0 || isMark(rest[0], '=') || isMark(rest[0], '+=')) return false;
    return this.#add(place, word, rest, section === 'constraints' ? 'constraint' : 'declared');
  }

  /** `add("implementation", "a:b:1")`. */
  #added(place: Place, section: string | undefined): boolean {
    const [given, ...others] = place.head.rest;
    if (given?.kind !== 'group') return false;
    const [configuration, ...modules] = argumentsOf(given.nodes);
    const name = evaluate(configuration ?? [], this.#script.scope, this.#script.language);
    const nodes = [...modules.flat(), ...others];
    return name !== undefined && this.#add(place, name.text, nodes, section === 'constraints' ? 'constraint' : 'declared');
  }

  #add(place: Place, configuration: string, nodes: readonly Node[], use: Use): boolean {
    const { statement, head, path, condition } = place;
    const closure = nodes.find((node): node is Group => node.kind === 'group' && node.open === '{');
    const [first] = nodes;
    const given = first?.kind === 'group' && first.open === '(' ? first.nodes : nodes;
    const entries = entriesIn(given, this.#script);
    if (entries.length === 0) return false;
    const context = contextOf(path);
    const whole = spanOfAll(statement);
    const needs = closure && capabilitiesOf(closure, this.#script.text);
    const rich = richVersion(closure ?? lastBlock(given), this.#script);
    for (const placed of entries) {
      const isOnly = entries.length === 1;
      const lines = isOnly ? this.#linesOf(whole) : undefined;
      this.dependencies.push({
        ecosystem: 'Maven',
        ...moduleOf(placed, rich),
        ...(needs !== undefined && { variant: needs }),
        use,
        kind: 'direct',
        groups: groupsOf(configuration, path),
        section: [...context, configuration].join('.'),
        ...(condition !== undefined && { marker: condition }),
        span: isOnly ? { start: head.span.start, end: closure?.span.end ?? whole.end } : placed.span,
        ...(lines && { deletion: wholeLine(this.#script.text, lines) }),
      });
    }
    for (const inner of blocksIn(nodes)) this.walk(inner, [...path, configuration], condition);
    return true;
  }

  /** `dependencySet(group: 'a', version: '1') { entry 'b' }` of Spring's plugin for managed versions. */
  #set(place: Place): boolean {
    const { statement, head, path } = place;
    const [given] = head.rest;
    const shared = given?.kind === 'group' ? given.nodes : head.rest;
    for (const block of blocksIn(head.rest))
      for (const inner of statementsOf(block)) {
        const entry = headOf(inner);
        if (entry?.word !== 'entry') continue;
        const [name] = entry.rest;
        const names = name?.kind === 'group' ? name.nodes : entry.rest.slice(0, 1);
        const entries = entriesNamed(shared, names, this.#script);
        const span = spanOfAll(inner);
        for (const placed of entries)
          this.dependencies.push({ ...managedOf({ ...placed, span }), section: [...contextOf(path), 'dependencySet'].join('.') });
      }
    return statement.length > 0;
  }

  #exclusion({ statement, head, path }: Place): boolean {
    const [given] = head.rest;
    const nodes = given?.kind === 'group' && given.open === '(' ? given.nodes : head.rest;
    const named = new Map(namedIn(nodes));
    const { scope, language } = this.#script;
    const value = (key: string): Value | undefined => evaluate(named.get(key) ?? [], scope, language);
    const group = value('group');
    const module = value('module');
    if (!group || !module) return true;
    this.dependencies.push({
      ecosystem: 'Maven',
      name: `${group.text}:${module.text}`,
      rawName: `${group.text}:${module.text}`,
      nameSpan: module.span ?? head.span,
      use: 'exclusion',
      kind: 'direct',
      groups: [],
      section: [...contextOf(path), 'exclude'].join('.'),
      source: 'registry',
      span: spanOfAll(statement),
    });
    return true;
  }

  /** `id 'x' version '1'`, `kotlin("jvm") version "1"`; plugins without a version are part of Gradle or come with another. */
  #plugin({ statement, head, path, condition }: Place): boolean {
    const { scope, language, text } = this.#script;
    const [given] = head.rest;
    const at = head.rest.findIndex((node) => node.kind === 'word' && node.text === 'version');
    const dotted = at > 0 && isMark(head.rest[at - 1], '.');
    const until = head.rest.findIndex((node, index) => index > at && node.kind === 'word' && node.text === 'apply');
    const idNodes = given?.kind === 'group' ? given.nodes : head.rest.slice(0, at < 0 ? undefined : dotted ? at - 1 : at);
    const id = head.word === 'id' || head.word === 'kotlin' ? evaluate(idNodes, scope, language) : undefined;
    if (id === undefined || at < 0) return head.word === 'id';
    const version = evaluate(unwrapped(head.rest.slice(at + 1, until < 0 ? undefined : until)), scope, language);
    const name = head.word === 'kotlin' ? `org.jetbrains.kotlin.${id.text}` : id.text;
    const lines = this.#linesOf(spanOfAll(statement));
    this.dependencies.push({
      ecosystem: 'Maven',
      name: `${name}:${name}.gradle.plugin`,
      rawName: name,
      nameSpan: id.span ?? head.span,
      use: 'declared',
      kind: 'direct',
      groups: ['dev'],
      section: [...contextOf(path), 'plugins'].join('.'),
      source: 'registry',
      ...requirementOf(version),
      ...(condition !== undefined && { marker: condition }),
      span: spanOfAll(statement),
      ...(lines && { deletion: wholeLine(text, lines) }),
    });
    return true;
  }

  #repository({ statement, head, path, condition }: Place, list: Group): boolean {
    const details = repositoryDetails(head, this.#script);
    this.settings.push(...credentialsIn(head, this.#script));
    const span = spanOfAll(statement);
    const lines = this.#linesOf(span);
    this.repositories.push({
      type: head.word,
      section: path.filter((name) => name !== 'exclusiveContent' && name !== 'forRepository').join('.'),
      list: list.span,
      nameSpan: head.span,
      span,
      ...details,
      isFiltered: details.isFiltered || path.includes('exclusiveContent'),
      isConditional: condition !== undefined,
      ...(lines && { deletion: wholeLine(this.#script.text, lines) }),
    });
    return true;
  }

  /** `apply from: 'versions.gradle'`, in Kotlin `apply(from = "versions.gradle.kts")`. */
  #apply({ statement, head, condition }: Place): void {
    const [given] = head.rest;
    const from = new Map(namedIn(given?.kind === 'group' ? given.nodes : head.rest)).get('from');
    const value = from && urlOf(from, this.#script);
    if (value === undefined) return;
    if (!/^[a-z]+:/i.test(value.text)) this.scripts.push(value.text);
    else if (/^https?:/i.test(value.text)) {
      const span = spanOfAll(statement);
      this.repositories.push({
        type: 'script',
        section: 'apply',
        list: span,
        nameSpan: head.span,
        span,
        url: value.text,
        ...(value.span && { urlSpan: value.span }),
        isFiltered: true,
        isConditional: condition !== undefined,
      });
    }
  }

  /** `include 'app', ':lib:core'`. */
  #include(nodes: readonly Node[]): void {
    const [given] = nodes;
    for (const part of argumentsOf(given?.kind === 'group' ? given.nodes : nodes)) {
      const value = evaluate(part, this.#script.scope, this.#script.language);
      if (value) this.includes.push(value.text.replace(/^:/, '').replaceAll(':', '/'));
    }
  }

  /** The lines of a statement that has them for itself, but for a comment behind it. */
  #linesOf(span: Span): Span | undefined {
    const { text } = this.#script;
    const start = this.#lineAt(span.start)?.start ?? span.start;
    const line = this.#lineAt(span.end);
    if (line === undefined) return undefined;
    const before = text.slice(start, span.start);
    const after = text.slice(span.end, line.end).trim().replace(/^;/, '').trimStart();
    return before.trim() === '' && (after === '' || after.startsWith('//')) ? { start, end: line.end } : undefined;
  }

  #lineAt(offset: number): Span | undefined {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low];
  }
}

interface Place {
  readonly statement: readonly Node[];
  readonly head: Head;
  readonly path: readonly string[];
  readonly condition?: string;
}

/** The path inside a block. A known name with a character missing is that name. */
function innerPath(text: string, { name, word, rest }: Head, path: readonly string[]): readonly string[] {
  const section = SECTIONS.find((one) => one === word || isMistyped(one, word));
  if (section !== undefined) return [...path, ...name.split('.').slice(0, -1), section];
  if (/^(?:if|when|switch|for|while)$/.test(name)) return path;
  const [first] = rest;
  // `val commonMain by getting { … }`.
  if (/^va[lr]$/.test(name)) return first?.kind === 'word' ? [...path, first.text] : path;
  // `project(':a') { … }` is not `project(':b') { … }`.
  const given = first?.kind === 'string' ? first : rest.find((node) => node.kind === 'group' && node.open === '(');
  const argument =
    given?.kind === 'group'
      ? text.slice(given.span.start + 1, Math.min(given.span.end - 1, given.span.start + 100))
      : given?.text;
  if (argument !== undefined && argument !== '') return [...path, `${name}(${argument.replaceAll(/["']/g, '')})`];
  return isTransparent(word) ? path : [...path, name];
}

/** The blocks around that make a section another one: source sets, other projects, the build script itself. */
const contextOf = (path: readonly string[]): string[] =>
  path.filter(
    (name) =>
      !/^(?:dependencies|constraints|plugins|imports|dependencyManagement|resolutionStrategy|configurations|sourceSets)$/.test(
        name,
      ),
  );

const lastBlock = (nodes: readonly Node[]): Group | undefined => {
  const last = nodes.at(-1);
  return last?.kind === 'group' && last.open === '{' ? last : undefined;
};

const unwrapped = (nodes: readonly Node[]): readonly Node[] => {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'group' ? only.nodes : nodes;
};
