import type { Project, ProjectLicense } from '../project.ts';
import type { ElixirToken } from './tokens.ts';

/**
 * What mix.exs says of the project (https://hexdocs.pm/mix/Mix.Project.html, https://hexdocs.pm/hex/Mix.Tasks.Hex.Publish.html): who fills in a package wants to
 * publish it; who has releases, an umbrella or a module to start runs it.
 */
export function mixProject(tokens: readonly ElixirToken[]): Project {
  let version: string | undefined;
  let license: ProjectLicense | undefined;
  let isForOthers = false;
  let isRun = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'label') continue;
    const next = tokens[index + 1];
    if (token.text === 'version' && next?.kind === 'string' && next.isOpen !== true) version ??= next.text;
    else if (token.text === 'licenses') license ??= licenseIn(tokens, index + 1);
    isForOthers ||= token.text === 'licenses' || (token.text === 'package' && next?.kind !== 'atom');
    isRun ||= token.text === 'releases' || token.text === 'apps_path' || (token.text === 'mod' && next?.text === '{');
  }
  const purpose = isForOthers ? 'library' : isRun ? 'application' : undefined;
  return {
    ...(version !== undefined && { version }),
    ...(license && { license }),
    isPrivate: !isForOthers,
    ...(purpose !== undefined && { purpose }),
  };
}

/** Tokens; longer lists of licences are not written by people. */
const MOST = 100;

/** `["MIT", "Apache-2.0"]`; undefined where it is not a list of texts alone. */
function licenseIn(tokens: readonly ElixirToken[], at: number): ProjectLicense | undefined {
  if (tokens[at]?.text !== '[') return undefined;
  const end = tokens.slice(at, at + MOST).findIndex(({ kind, text }) => kind === 'other' && text === ']');
  const items = tokens.slice(at + 1, end < 0 ? at + 1 : at + end);
  const texts = items.filter(({ kind }) => kind === 'string');
  const first = texts[0];
  const last = texts.at(-1);
  if (!first || !last || texts.some(({ isOpen }) => isOpen === true) || items.length > 2 * texts.length) return undefined;
  return {
    text: texts.map(({ text }) => text).join(' OR '),
    span: { start: first.span.start, end: last.span.end },
    isExpression: true,
  };
}
