import type { Dependency } from '../dependency.ts';
import type { OverrideSite } from '../file.ts';
import { blocksIn, headOf } from './context.ts';
import type { Script } from './entries.ts';
import { statementsOf, type Group } from './tree.ts';

/** Configurations that only projects with one of the plugins for Java, Kotlin or Android have: those have `implementation`, too. */
const MODERN = /^(?:\w*[iI]mplementation|\w*[aA]pi|\w*[cC]ompileOnly|\w*[rR]untimeOnly)$/;

/**
 * Where a build script could raise what other modules ask for: its constraints
 * (https://docs.gradle.org/current/userguide/dependency_constraints.html). `{configuration}` stands for the configuration that they are for.
 */
export function overrideSitesOf({ text, language }: Script, root: Group, dependencies: readonly Dependency[]): OverrideSite[] {
  const block = lastBlockOf(root, 'dependencies');
  if (!block || !isClosed(text, block) || !dependencies.some(({ section }) => MODERN.test(section))) return [];
  const entry = language === 'kotlin' ? '{configuration}("{name}:{version}")' : "{configuration} '{name}:{version}'";
  const own = lastBlockOf(block, 'constraints');
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const outer = indentAt(text, block.span.start);
  const isSpread = text.slice(block.span.start, block.span.end).includes('\n');
  const inner = isSpread ? indentOfFirst(text, block, outer) : '';
  const unit = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '    ';
  if (own) {
    if (!isClosed(text, own)) return [];
    const deep = `${indentAt(text, own.span.start)}${unit}`;
    const isLong = text.slice(own.span.start, own.span.end).includes('\n');
    return [{ section: 'constraints', at: own.span.start + 1, text: isLong ? `${feed}${deep}${entry}` : ` ${entry};` }];
  }
  const at = text.slice(0, block.span.end - 1).trimEnd().length;
  return [
    {
      section: 'constraints',
      at,
      text: isSpread
        ? `${feed}${inner}constraints {${feed}${inner}${unit}${entry}${feed}${inner}}`
        : `${at > block.span.start + 1 ? ';' : ''} constraints { ${entry} }`,
      isNew: true,
    },
  ];
}

/** Of several blocks of a name, all of which count, the last one. */
function lastBlockOf(group: Group, name: string): Group | undefined {
  const statement = statementsOf(group).findLast((one) => headOf(one)?.name === name);
  return statement && [...blocksIn(statement)][0];
}

const isClosed = (text: string, { span }: Group): boolean => span.end - span.start > 1 && text[span.end - 1] === '}';

/** How far the line of an offset is indented. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function indentOfFirst(text: string, { span, nodes }: Group, outer: string): string {
  const first = nodes.find((node) => node.kind !== 'break');
  const start = first && (first.kind === 'group' ? first.span.start : first.outer.start);
  return start === undefined || !text.slice(span.start, start).includes('\n') ? `${outer}    ` : indentAt(text, start);
}
