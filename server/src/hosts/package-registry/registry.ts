import type { PublishedPackage, Registry } from '../../engine/registry.ts';
import type { Ecosystem } from '../../base/ecosystem.ts';
import { TransientError } from '../network/http.ts';
import { askRegistry, urlOf } from './ask.ts';
import { AnswerCache, type CachedAnswer } from './cache.ts';
import type { NpmConfig } from './npm-config.ts';

/** How long an answer counts, in milliseconds. */
const FRESH = 12 * 60 * 60 * 1000;
/** How long a question without an answer is not asked again, in milliseconds. */
const UNANSWERED = 10 * 60 * 1000;
/** Questions on their way at the same time. */
const AT_ONCE = 6;
/** After so many failures in a row the registry is left alone for a while. */
const PATIENCE = 3;

export interface RegistryOptions {
  /** Read anew for each batch of questions, so that a changed `.npmrc` counts. */
  readonly config: () => Promise<NpmConfig>;
  /** Where answers are kept; only in memory without it. */
  readonly folder?: string;
  /** Is called when something new is known. */
  readonly onChange?: () => void;
  /** Is told once of each kind of failure. */
  readonly tell?: (problem: string) => void;
  readonly now?: () => number;
  /** Milliseconds. */
  readonly idle?: number;
  readonly backOff?: number;
}

/**
 * The user's own npm registry. A question that has no answer yet is asked in the background, once, and only after {@link allow} said that the user agreed; the names
 * of packages are all that is sent.
 */
export class NpmRegistry implements Registry {
  source = 'npm registry';
  readonly #options: RegistryOptions;
  readonly #cache: AnswerCache | undefined;
  readonly #answers = new Map<string, Held>();
  readonly #waiting = new Set<string>();
  readonly #told = new Set<string>();
  #isAllowed = false;
  #failures = 0;
  #quietUntil = 0;
  #abort = new AbortController();
  #working: Promise<void> | undefined;

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.#cache = options.folder === undefined ? undefined : new AnswerCache(options.folder);
  }

  /** Whether the user agreed. What is on its way when that ends is dropped. */
  allow(isAllowed: boolean): void {
    if (this.#isAllowed === isAllowed) return;
    this.#isAllowed = isAllowed;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#waiting.clear();
    this.#answers.clear();
    this.#options.onChange?.();
  }

  forPackage(ecosystem: Ecosystem, name: string): PublishedPackage | undefined {
    if (ecosystem !== 'npm' || !this.#isAllowed || !isName(name)) return undefined;
    const answer = this.#answers.get(name);
    if (!answer || this.#now() - answer.asked > (answer.published ? FRESH : UNANSWERED)) {
      this.#waiting.add(name);
      this.#start();
    }
    return answer?.published;
  }

  /** Resolves when there is nothing left to ask. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  #start(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      // Whoever was told of new answers may have asked for more.
      if (this.#waiting.size > 0) this.#start();
    });
  }

  async #work(): Promise<void> {
    // What is asked for in one go is asked together.
    await Promise.resolve();
    const { signal } = this.#abort;
    const config = await this.#options.config();
    this.source = config.registryOf('').host;
    const ask = async (): Promise<void> => {
      for (;;) {
        const [name] = this.#waiting;
        if (name === undefined || isOver(signal)) return;
        this.#waiting.delete(name);
        await this.#answer(name, config, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    if (!isOver(signal)) this.#options.onChange?.();
  }

  async #answer(name: string, config: NpmConfig, signal: AbortSignal): Promise<void> {
    const url = urlOf(config, name).href;
    const known = await this.#cache?.read(url);
    if (isOver(signal)) return;
    if (known && this.#now() - known.fetched <= FRESH) {
      this.#answers.set(name, { published: known.published, asked: known.fetched });
      return;
    }
    let answer: CachedAnswer | undefined;
    if (this.#now() >= this.#quietUntil) {
      try {
        answer = await askRegistry(name, config, known, { signal, idle: this.#options.idle ?? 20_000, now: () => this.#now() });
        this.#failures = 0;
      } catch (error) {
        if (!isOver(signal)) this.#failed(error);
      }
    }
    if (isOver(signal)) return;
    // An old answer is better than none.
    const published = (answer ?? known)?.published;
    this.#answers.set(name, { asked: this.#now(), ...(published && { published }) });
    if (answer) await this.#cache?.write(url, answer);
  }

  #failed(error: unknown): void {
    const after = error instanceof TransientError ? error.after : undefined;
    if (++this.#failures >= PATIENCE || after !== undefined)
      this.#quietUntil = this.#now() + Math.max(after ?? 0, this.#options.backOff ?? 5 * 60_000);
    const message = error instanceof Error ? error.message : String(error);
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#options.tell?.(`The registry could not be asked: ${message}`);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

interface Held {
  readonly published?: PublishedPackage;
  /** Milliseconds since 1970. */
  readonly asked: number;
}

const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** Names that npm would accept in a URL; nothing else of a manifest is sent anywhere. */
const isName = (name: string): boolean => /^(?:@[\w.~-]+\/)?[\w.~!'()*-]+$/.test(name) && name.length <= 214;
