import type { Project, ProjectLicense } from '../project.ts';
import { argumentsIn, textIn, textsIn, type RubyText } from './arguments.ts';
import type { RubyToken } from './tokens.ts';

/** What the statements of a gem specification say of the gem (https://guides.rubygems.org/specification-reference/). */
export class GemProject {
  private version: string | undefined;
  private license: ProjectLicense | undefined;
  private isPrivate = false;

  /** `spec.license = 'MIT'`, `spec.licenses = ['MIT', 'Ruby']`, `spec.metadata['allowed_push_host'] = '…'`. */
  take(statement: readonly RubyToken[]): void {
    const [, , attribute, ...rest] = statement;
    const equals = rest.findIndex(({ kind, text }) => kind === 'other' && text === '=');
    if (attribute === undefined || equals < 0) return;
    const positional = argumentsIn(rest.slice(equals + 1)).positional;
    const [value] = positional;
    if (value === undefined) return;
    if (attribute.text === 'version') this.version ??= textIn(value)?.text;
    else if (/^licen[cs]es?$/.test(attribute.text))
      this.license ??= licenseOf(positional.length === 1 ? textsIn(value) : undefined);
    else if (attribute.text === 'metadata' && rest[1]?.text === 'allowed_push_host') {
      const host = textIn(value)?.text;
      // A host that is computed, or a word such as "TODO", is nobody's public registry.
      this.isPrivate = host === undefined || !/^https?:\/\/(?:[\w-]+\.)*rubygems\.org(?:\/|$)/i.test(host);
    }
  }

  get project(): Project {
    return {
      ...(this.version !== undefined && { version: this.version }),
      ...(this.license && { license: this.license }),
      isPrivate: this.isPrivate,
      purpose: 'library',
    };
  }
}

function licenseOf(texts: readonly RubyText[] | undefined): ProjectLicense | undefined {
  const first = texts?.[0];
  const last = texts?.at(-1);
  if (!texts || !first || !last) return undefined;
  return {
    text: texts.map(({ text }) => text).join(' OR '),
    span: { start: first.span.start, end: last.span.end },
    isExpression: true,
  };
}
