import { type Failure, type PartResult } from '../../scripts/editor/results.ts';

/** Steps of one way through the program. Each counts as a test; after one that failed the others have nothing to stand on, and fail, too. */
export class Steps {
  #passed = 0;
  readonly #failures: Failure[] = [];
  readonly #onFailure: (title: string) => Promise<void>;

  /** `onFailure` may take a picture. */
  constructor(onFailure: (title: string) => Promise<void>) {
    this.#onFailure = onFailure;
  }

  async step(title: string, action: () => Promise<void> | void): Promise<void> {
    if (this.#failures.length > 0) {
      this.#failures.push({ title, error: 'Not reached.' });
      return;
    }
    const started = performance.now();
    try {
      await action();
      this.#passed += 1;
      console.log(`  ✔ ${title} (${(performance.now() - started).toFixed(0)} ms)`);
    } catch (error) {
      this.#failures.push({ title, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      await this.#onFailure(title).catch(() => undefined);
    }
  }

  result(): PartResult {
    return { passed: this.#passed, pending: [], failures: this.#failures };
  }
}
