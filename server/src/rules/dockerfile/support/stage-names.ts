import type { Edit } from '../../../base/edit.ts';
import type { Span } from '../../../base/span.ts';
import type { Dockerfile, Stage } from '../../../model/dockerfile/index.ts';

/** Where the stages of a Dockerfile are named: in FROM, `COPY --from=` and `RUN --mount=from=`. */
export class StageNames {
  readonly #taken: ReadonlySet<string>;
  /** Behind the definition, by name and without a variable. */
  readonly #references = new Map<Stage, Span[]>();
  /** Stages that are named through a variable, so that not all is in plain sight. */
  readonly #isHidden = new Set<Stage>();
  /** Stages that are named before or inside themselves. */
  readonly #isEarly = new Set<Stage>();
  readonly #isUsed = new Set<Stage>();

  constructor({ stages, text }: Dockerfile) {
    this.#taken = new Set(stages.flatMap(({ name }) => name ?? []));
    for (const user of stages) {
      const { base } = user;
      const { image } = user.from;
      if (base.kind === 'stage' && image) this.#add(user, base.stage, image.span, image.text.text.includes('$'));
      for (const { stage, name, span } of user.uses) {
        if (!stage) continue;
        const isNumber = name === undefined || /^\d+$/.test(name);
        if (isNumber) this.#isUsed.add(stage);
        else this.#add(user, stage, span, text.slice(span.start, span.end).toLowerCase() !== name.toLowerCase());
        if (user.index <= stage.index && name?.toLowerCase() === stage.name) this.#isEarly.add(stage);
      }
    }
  }

  #add(user: Stage, stage: Stage, span: Span, isHidden: boolean): void {
    this.#isUsed.add(stage);
    if (user.index <= stage.index) return;
    if (isHidden) this.#isHidden.add(stage);
    const references = this.#references.get(stage);
    if (references) references.push(span);
    else this.#references.set(stage, [span]);
  }

  /** Whether anything names the stage, by its name or its number. */
  isUsed(stage: Stage): boolean {
    return this.#isUsed.has(stage);
  }

  /** Whether every reference to any stage of this name is behind the last one, so that it is clear which is meant. */
  isClear(stage: Stage): boolean {
    return !this.#isEarly.has(stage);
  }

  /** Renames a stage and all that refers to it; undefined where that is not all in plain sight. */
  rename(stage: Stage, newName: string): readonly Edit[] | undefined {
    const { name } = stage.from;
    if (!name || name.text.text.includes('$') || this.#isHidden.has(stage)) return undefined;
    return [name.span, ...(this.#references.get(stage) ?? [])].map((span) => ({ span, newText: newName }));
  }

  /** The first of `name-2`, `name-3`, … that no stage has. */
  freeName(name: string): string {
    for (let number = 2; ; number++) {
      const candidate = `${name}-${number}`;
      if (!this.#taken.has(candidate.toLowerCase())) return candidate;
    }
  }
}
