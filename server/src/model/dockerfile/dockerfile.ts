import type { Span } from '../../base/span.ts';
import type { Comment, Document } from '../document.ts';
import {
  execInvocations,
  invocations,
  isPosix,
  type MappedText,
  MappedTextBuilder,
  parseScript,
  shebangDialect,
  type Dialect,
  type Invocation,
  type Lookup,
  type Script,
  type Word as ShellWord,
} from '../shell/index.ts';
import { expand, type Expansion, type ExpansionLookup } from './expansion.ts';
import { innerComments } from './inner-comments.ts';
import { lineAt } from './lines.ts';
import { valueInFrom, valueOfBinding, type Binding, type Scope } from './scope.ts';
import type { Stage, State } from './stage.ts';
import type { StageGraph } from './stages.ts';
import type { Statements } from './statements.ts';
import type {
  CommandForm,
  CommandInstruction,
  Directive,
  DockerfileProblem,
  Element,
  HealthcheckInstruction,
  HereDocument,
  Instruction,
  Word,
} from './syntax.ts';

/** Chains of arguments that use each other are not followed any longer than this. */
const MAX_CHAIN = 20;

/** A longer script is not analysed: its tree would take hundreds of times its size, and no person wrote it. */
const MAX_SCRIPT = 262_144;

/** A Dockerfile that was read as far as it can be. Parsing scripts waits until somebody asks, and is done once. */
export class Dockerfile implements Document {
  readonly text: string;
  readonly problems: readonly DockerfileProblem[];
  readonly comments: Statements['comments'];
  readonly directives: readonly Directive[];
  readonly blankContinuations: Statements['blankContinuations'];
  /** The escape character, a backslash or a backtick. */
  readonly escape: string;
  /** In the order of the text; triggers of ONBUILD are inside theirs. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** ARG before the first FROM. */
  readonly global: Scope;
  /** Whether it is a template that still has to be rendered: nothing can be said about it. */
  readonly isTemplate: boolean;
  readonly #places: StageGraph['places'];
  #effective: readonly Instruction[] | undefined;
  readonly #byKeywords = new Map<string, readonly Instruction[]>();
  readonly #scripts = new Map<CommandForm, Script | undefined>();
  readonly #invocations = new Map<CommandForm, readonly Invocation[]>();

  constructor(
    text: string,
    statements: Statements,
    instructions: readonly Instruction[],
    graph: StageGraph,
    problems: readonly DockerfileProblem[],
    isTemplate: boolean,
  ) {
    this.text = text;
    this.problems = problems;
    this.comments = statements.comments;
    this.directives = statements.directives;
    this.blankContinuations = statements.blankContinuations;
    this.escape = statements.escape;
    this.instructions = instructions;
    this.stages = graph.stages;
    this.global = graph.global;
    this.#places = graph.places;
    this.isTemplate = isTemplate;
  }

  get contentStart(): number | undefined {
    return this.instructions[0]?.span.start;
  }

  /** The stage whose FROM starts at `offset`. */
  blockAt(offset: number): Span | undefined {
    let low = 0;
    let high = this.stages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.stages[middle]?.from.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const stage = this.stages[low];
    if (stage?.from.span.start !== offset) return undefined;
    return { start: offset, end: (stage.instructions.at(-1) ?? stage.from).span.end };
  }

  innerComments(mayMatter: (text: string) => boolean): readonly Comment[] {
    return innerComments(this, mayMatter);
  }

  /** The last stage: what a build makes when no other is asked for. */
  get finalStage(): Stage | undefined {
    return this.stages.at(-1);
  }

  /** The stage that an instruction (or trigger) stands in; undefined before the first FROM. */
  stageOf({ index }: Instruction): Stage | undefined {
    return this.#places[index]?.stage;
  }

  /** What is in force before an instruction. Outside a stage nothing is. */
  stateAt({ index }: Instruction): State | undefined {
    return this.#places[index]?.state;
  }

  /** What a variable means at an instruction. In FROM only arguments before the first FROM are seen. */
  binding(name: string, instruction: Instruction): Binding | undefined {
    const scope = instruction.keyword === 'FROM' ? this.global : (this.stageOf(instruction)?.scope ?? this.global);
    return scope.find(name, instruction.index);
  }

  /** A word's text with quotes, escapes and variables resolved. */
  expand({ text }: Pick<Word, 'text'>, instruction: Instruction): Expansion {
    return expand(text, this.escape, (name) =>
      instruction.keyword === 'FROM'
        ? valueInFrom(this.global, name, instruction.index)
        : valueOfBinding(this.binding(name, instruction)),
    );
  }

  /**
   * The same for a build that is given no argument but `given`: an ARG without a default is empty. Variables that nothing declares stay unknown unless
   * they are given.
   */
  expandFor(given: ReadonlyMap<string, string>, { text }: Pick<Word, 'text'>, instruction: Instruction): Expansion {
    const known = new Map<Binding, Expansion>();
    const lookup = (name: string, place: Instruction, depth: number): ReturnType<ExpansionLookup> => {
      const value = given.get(name);
      if (value !== undefined) return { value, origin: new MappedTextBuilder().addWhole(value, 0, 0).build() };
      const binding = this.binding(name, place);
      const own = binding?.pair.value;
      if (!binding || depth > MAX_CHAIN) return undefined;
      if (!own || binding.expansion?.value !== undefined) return binding.expansion ?? 'absent';
      const found = known.get(binding) ?? expand(own.text, this.escape, (inner) => lookup(inner, binding.instruction, depth + 1));
      known.set(binding, found);
      return found;
    };
    return expand(text, this.escape, (name) => lookup(name, instruction, 0));
  }

  /** Instructions with the triggers of ONBUILD in place of their ONBUILD. */
  effectiveInstructions(): readonly Instruction[] {
    return (this.#effective ??= this.instructions.map(
      (instruction) => (instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined) ?? instruction,
    ));
  }

  /** Those of the effective instructions that have one of the keywords. Selected once, because many rules look at the same few. */
  instructionsOf<K extends Instruction['keyword']>(
    ...keywords: readonly K[]
  ): readonly (Instruction & { readonly keyword: K })[] {
    const key = keywords.join();
    let found = this.#byKeywords.get(key);
    if (!found) {
      const wanted = new Set<Instruction['keyword']>(keywords);
      found = this.effectiveInstructions().filter(({ keyword }) => wanted.has(keyword));
      this.#byKeywords.set(key, found);
    }
    return found as readonly (Instruction & { readonly keyword: K })[];
  }

  /** The language of an instruction's script: that of the shell in force, or the one that the first line of its here-document asks for. */
  dialectAt(instruction: Instruction): Dialect {
    const document = scriptDocument(instruction);
    const shebang =
      document && shebangDialect(this.text.slice(document.body.start, Math.min(document.body.end, document.body.start + 400)));
    return shebang ?? this.stateAt(instruction)?.dialect ?? 'sh';
  }

  /** The tree of a shell form; undefined for exec form, for a shell without POSIX grammar, and for scripts beyond every reason. */
  script(instruction: CommandInstruction | HealthcheckInstruction): Script | undefined {
    const { command } = instruction;
    if (command?.form !== 'shell' || !isPosix(this.dialectAt(instruction))) return undefined;
    if (!this.#scripts.has(command)) {
      const source = this.#scriptText(instruction, command.text);
      this.#scripts.set(command, source.length > MAX_SCRIPT ? undefined : parseScript(source));
    }
    return this.#scripts.get(command);
  }

  /** Every command that an instruction runs, wherever it hides. Empty for Windows shells and programs that are no shell. */
  invocations(instruction: CommandInstruction | HealthcheckInstruction): readonly Invocation[] {
    const { command } = instruction;
    if (!command) return [];
    let found = this.#invocations.get(command);
    if (!found) {
      const lookup: Lookup = (name) => this.binding(name, instruction)?.expansion?.value;
      const script = this.script(instruction);
      if (command.form === 'exec')
        found = this.stageOf(instruction)?.isWindows ? [] : execInvocations(execWords(command.elements), lookup);
      else found = script ? invocations(script, lookup) : [];
      this.#invocations.set(command, found);
    }
    return found;
  }

  /** The joined line with the here-documents behind it, as BuildKit hands it to the shell. */
  #scriptText(instruction: Instruction, line: MappedText): MappedText {
    const { hereDocuments } = instruction;
    if (hereDocuments.length === 0) return line;
    const only = scriptDocument(instruction);
    if (only) return this.#lines(new MappedTextBuilder(only.body.start), only.body).build();
    const builder = new MappedTextBuilder().addMapped(line);
    for (const { extent } of hereDocuments) {
      // A line break on its own, because what it stands for lies outside the instruction's first line.
      const first = Math.max(0, extent.start - 1);
      builder.add('\n', this.text[first - 1] === '\r' && this.text[first] === '\n' ? first - 1 : first, extent.start);
      this.#lines(builder, extent);
    }
    return builder.build();
  }

  /** The lines of `span` with line breaks as the shell sees them. */
  #lines(builder: MappedTextBuilder, span: Span): MappedTextBuilder {
    for (let line = lineAt(this.text, span.start); line.start < span.end; line = lineAt(this.text, line.next)) {
      builder.add(this.text.slice(line.start, line.end), line.start, line.end);
      if (line.end < span.end) builder.add('\n', line.end, line.next);
      if (line.next >= this.text.length) break;
    }
    return builder;
  }
}

/** The here-document that is the whole script of a RUN: `RUN <<EOF`. */
function scriptDocument(instruction: Instruction): HereDocument | undefined {
  const [document, ...more] = instruction.hereDocuments;
  if (instruction.keyword !== 'RUN' || !document || more.length > 0) return undefined;
  const { span } = instruction.command;
  return span.start === document.span.start && span.end === document.span.end ? document : undefined;
}

/** The elements of the exec form as words of a command: nothing in them is expanded. */
const execWords = (elements: readonly Element[]): ShellWord[] =>
  elements.map(({ value, content }) => {
    const span = content.span(0, content.length);
    return { span, source: content, parts: [{ kind: 'literal', span, value, start: 0, end: content.length }] };
  });
