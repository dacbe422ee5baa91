import {
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Position,
  SymbolKind,
} from 'vscode-languageserver';
import type { Folder } from './folders.ts';
import { packageDefinitionsAt, packageLinks } from '../service/dependencies/navigate.ts';
import { definitionsAt, linksOf, type Location as Place, referencesAt } from '../service/kubernetes/navigate.ts';
import { type FileSymbol, symbolsOf } from '../service/kubernetes/symbols.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

/** Ways from one place to another: definitions, references, links, the outline. */

export function definitions(session: Session, uri: string, position: Position): LocationLink[] | Location[] {
  const found = fileAt(session, uri);
  if (!found) return [];
  const { folder, path, parsed, lines } = found;
  const offset = lines.offsetAt(position);
  const definition =
    parsed.kind === 'kubernetes'
      ? definitionsAt(parsed.model, path, offset, folder.workspace.view)
      : packageDefinitionsAt(folder.workspace, path, offset);
  if (!definition) return [];
  const places = definition.targets.flatMap((target) => toLocation(session, folder, target) ?? []);
  if (!session.capabilities.textDocument?.definition?.linkSupport) return places;
  const originSelectionRange = toRange(lines, definition.origin);
  return places.map(({ uri: targetUri, range }) => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

export function references(session: Session, uri: string, position: Position): Location[] {
  const found = kubernetesAt(session, uri);
  if (!found) return [];
  const { folder, path, model, lines } = found;
  return referencesAt(model, path, lines.offsetAt(position), folder.workspace.view).flatMap(
    (place) => toLocation(session, folder, place) ?? [],
  );
}

export function documentLinks(session: Session, uri: string): DocumentLink[] {
  const found = fileAt(session, uri);
  if (!found) return [];
  const { folder, path, parsed, lines } = found;
  const links =
    parsed.kind === 'kubernetes' ? linksOf(parsed.model, path, folder.workspace.view) : packageLinks(folder.workspace, path);
  return links.map(({ span, target }) => ({
    range: toRange(lines, span),
    target: uriOf(session, folder, target),
  }));
}

const KINDS: Readonly<Record<FileSymbol['kind'], SymbolKind>> = {
  resource: SymbolKind.Object,
  container: SymbolKind.Package,
  volume: SymbolKind.Field,
};

export function documentSymbols(session: Session, uri: string): DocumentSymbol[] {
  const found = kubernetesAt(session, uri);
  if (!found) return [];
  const { model, lines } = found;
  const convert = ({ name, detail, kind, span, nameSpan, children }: FileSymbol): DocumentSymbol => ({
    name,
    detail,
    kind: KINDS[kind],
    range: toRange(lines, span),
    selectionRange: toRange(lines, nameSpan),
    children: children.map(convert),
  });
  return symbolsOf(model).map(convert);
}

function toLocation(session: Session, folder: Folder, { path, span }: Place): Location | undefined {
  const lines = folder.workspace.lines(path);
  return lines && { uri: uriOf(session, folder, path), range: toRange(lines, span) };
}

const uriOf = (session: Session, folder: Folder, path: string): string =>
  session.openUri(folder, path) ?? session.folders.uriOf(folder, path);

function fileAt(session: Session, uri: string) {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const { folder, path } = session.take(document);
  const lines = folder.workspace.lines(path);
  const parsed = session.disabled.has(folder) ? undefined : folder.workspace.parsed(path);
  return parsed && lines ? { folder, path, parsed, lines } : undefined;
}

function kubernetesAt(session: Session, uri: string) {
  const found = fileAt(session, uri);
  return found?.parsed.kind === 'kubernetes' ? { ...found, model: found.parsed.model } : undefined;
}
