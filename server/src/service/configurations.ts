import { folderOf } from '../base/path.ts';
import type { ActiveRule } from '../engine/analyze.ts';
import type { Config, ConfigProblem } from '../engine/config/config.ts';
import { peerConfigOf, type PeerSettings } from '../engine/config/peers/index.ts';
import { configProblems, type ConfigDocument, readConfig, resolveConfig, type Sources } from '../engine/config/resolve.ts';
import { CONFIG_SHAPE, type ConfigContent } from '../engine/config/schema.ts';
import { fromObject } from '../engine/config/value.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { RuleNames } from '../engine/rule-names.ts';
import type { Finding } from '../engine/finding.ts';
import type { AnyRule, Profile, RuleMeta } from '../engine/rule.ts';
import type { Severity } from '../engine/severity.ts';
import { jsonConfig } from './json-config.ts';
import { tomlConfig } from './toml-config.ts';
import { yamlConfig } from './yaml-config.ts';

/** Profiles that tell one cause once. The others are complete lists: of a standard that each control belongs to, of an upgrade, or of all that is known. */
const BRIEF_PROFILES: ReadonlySet<Profile> = new Set<Profile>(['recommended', 'cis', 'nsa']);

/** A configuration with the rules that it turns on. */
export interface Policy {
  readonly config: Config;
  readonly active: readonly ActiveRule[];
  /** Whether a rule (or one of the engine's own) is on. */
  readonly isActive: (rule: string) => boolean;
  /** The configured severity of one of the engine's own findings. */
  readonly severityOf: (rule: string) => Severity | undefined;
  /** Whether another rule tells a finding's root cause as a whole. Only some profiles are that brief, and only about rules that nobody set. */
  readonly isSummedUp: (finding: Finding) => boolean;
}

export interface ConfigurationOptions {
  readonly rules: readonly AnyRule[];
  /** The editor's settings, as an object shaped like the configuration file. */
  readonly settings?: unknown;
  readonly commandLine?: unknown;
  /** The only configuration file to use. */
  readonly configPath?: string;
}

/** The configuration files of one workspace folder and what they resolve to, cached until one of them changes. */
export class Configurations {
  readonly names: RuleNames;
  readonly #options: ConfigurationOptions;
  readonly #textOf: (path: string) => string | undefined;
  readonly #documents = new Map<string, ConfigDocument | undefined>();
  readonly #peers = new Map<string, PeerSettings | undefined>();
  readonly #policies = new Map<string, Policy>();
  #settings: ConfigContent | undefined;
  #revision = 0;

  /** @param textOf the text of a workspace file, if the workspace has it */
  constructor(options: ConfigurationOptions, textOf: (path: string) => string | undefined) {
    this.#options = options;
    this.#textOf = textOf;
    this.names = new RuleNames([...options.rules, ...OWN_RULES]);
    this.#settings = readObject(options.settings);
  }

  /** Grows whenever a configuration may have changed. */
  get revision(): number {
    return this.#revision;
  }

  setSettings(settings: unknown): void {
    this.#settings = readObject(settings);
    this.#forget();
  }

  /** Something besides files and settings changed that findings depend on. */
  touch(): void {
    this.#forget();
  }

  /** To be called when the text of any file that is, or may be extended by, a configuration changed. */
  fileChanged(path: string, isConfig: boolean): void {
    if (isConfig || this.#documents.has(path)) {
      this.#documents.clear();
      this.#forget();
    } else if (this.#peers.has(path)) {
      // A package.json is a peer's configuration as well, and typed in: only what it says of ours counts.
      const before = JSON.stringify(this.#peers.get(path));
      this.#peers.delete(path);
      if (JSON.stringify(this.#peer(path)) !== before) this.#forget();
    }
  }

  /** What holds for the file at `path`. */
  policyFor(path: string): Policy {
    const folder = folderOf(path);
    const known = this.#policies.get(folder);
    if (known) return known;
    const policy = policyOf(resolveConfig(this.#sources(), folder), this.#options.rules);
    this.#policies.set(folder, policy);
    return policy;
  }

  /** The files that the configuration at `path` extends, as it writes them. */
  extendedBy(path: string): readonly string[] {
    return [this.#document(path)?.content.extends?.value ?? []].flat();
  }

  problems(path: string): readonly ConfigProblem[] {
    return configProblems(this.#sources(), path);
  }

  #sources(): Sources {
    const { commandLine, configPath } = this.#options;
    const strongest = readObject(commandLine);
    return {
      document: (path) => this.#document(path),
      peer: (path) => this.#peer(path),
      names: this.names,
      ...(this.#settings ? { settings: this.#settings } : {}),
      ...(strongest ? { commandLine: strongest } : {}),
      ...(configPath === undefined ? {} : { only: configPath }),
    };
  }

  #document(path: string): ConfigDocument | undefined {
    if (!this.#documents.has(path)) {
      const text = this.#textOf(path);
      this.#documents.set(path, text === undefined ? undefined : withSyntax(path, text));
    }
    return this.#documents.get(path);
  }

  #peer(path: string): PeerSettings | undefined {
    if (!this.#peers.has(path)) {
      const text = this.#textOf(path);
      this.#peers.set(path, text === undefined ? undefined : readPeer(path, text));
    }
    return this.#peers.get(path);
  }

  #forget(): void {
    this.#revision++;
    this.#policies.clear();
  }
}

function withSyntax(path: string, text: string): ConfigDocument {
  const { value, problems } = yamlConfig(text);
  const document = readConfig(path, value);
  return { ...document, problems: [...problems.map((problem) => ({ path, ...problem })), ...document.problems] };
}

function readPeer(path: string, text: string): PeerSettings | undefined {
  const peer = peerConfigOf(path);
  if (!peer) return undefined;
  if (peer.syntax === 'text') return peer.read(text);
  const settings = peer.syntax === 'xml' ? peer.read(text) : peer.read(VALUE_OF[peer.syntax](text));
  // Many a package.json says nothing of this kind.
  return isSilent(settings) ? undefined : settings;
}

const VALUE_OF = { yaml: (text: string) => yamlConfig(text).value, toml: tomlConfig, json: jsonConfig } as const;

/** Whether nothing is said but an empty list of suppressions. */
const isSilent = ({ content, family, unheard }: PeerSettings): boolean =>
  family === undefined &&
  unheard === undefined &&
  Object.entries(content).every(([key, value]) => key === 'suppressions' && Array.isArray(value) && value.length === 0);

const readObject = (given: unknown): ConfigContent | undefined =>
  given === undefined ? undefined : CONFIG_SHAPE.read(fromObject(given), '', () => {});

/** All mistakes in a configuration that was given as an object, in words. */
export function objectProblems(given: unknown, names: RuleNames): readonly string[] {
  const problems: string[] = [];
  CONFIG_SHAPE.read(fromObject(given), '', (_, message) => problems.push(message));
  const rules = (given as { readonly rules?: unknown } | undefined)?.rules;
  for (const id of Object.keys(typeof rules === 'object' && rules !== null ? rules : {})) {
    if (names.select(id).length === 0) problems.push(`There is no rule "${id}".`);
  }
  return problems;
}

function policyOf(config: Config, rules: readonly AnyRule[]): Policy {
  const isOn = (meta: RuleMeta): boolean => {
    const level = config.rules.get(meta.id)?.value.level;
    if (level !== undefined) return level === 'on';
    const profile = config.profile.value;
    return profile === 'all' || meta.profiles.includes(profile);
  };
  const active = rules
    .filter(({ meta }) => isOn(meta))
    .map((rule): ActiveRule => {
      const severity = config.rules.get(rule.meta.id)?.value.severity;
      return severity ? { rule, severity } : { rule };
    });
  const on = new Set<string>([
    ...active.map(({ rule }) => rule.meta.id),
    ...OWN_RULES.filter(({ meta }) => isOn(meta)).map(({ meta }) => meta.id),
  ]);
  return {
    config,
    active,
    isActive: (rule) => on.has(rule),
    severityOf: (rule) => config.rules.get(rule)?.value.severity,
    isSummedUp: ({ rule, summedUpBy, sameAs }) => {
      if (config.rules.has(rule)) return false;
      const isBrief = BRIEF_PROFILES.has(config.profile.value);
      return (isBrief && summedUpBy !== undefined && on.has(summedUpBy)) || (sameAs !== undefined && on.has(sameAs));
    },
  };
}
