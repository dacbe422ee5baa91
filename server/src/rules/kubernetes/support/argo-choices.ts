import { type Found, lookup, type Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, at, entryOf, itemsOf, stringOf, type YamlMapping } from '../../../model/yaml/index.ts';

/** The web interface writes what is not set as an empty text. */
function filled(holder: YamlMapping, field: string): Found {
  const found = lookup(holder, field);
  return found.state === 'present' && stringOf(found.node) === '' ? { state: 'absent', near: found.entry.key.span } : found;
}

/** What an Application says in one of two ways: where its manifests come from, and which cluster they go to. */
export function* choices({ kind, name = 'without a name', node, isPartial }: Resource) {
  const isTemplate = kind === 'ApplicationSet';
  const spec = isTemplate ? at(node, 'spec', 'template', 'spec') : at(node, 'spec');
  const application = `${kind} \`${name}\``;
  const parts = [
    { part: 'source', holders: [at(spec, 'source'), ...itemsOf(at(spec, 'sources'))], first: 'path', second: 'chart' },
    { part: 'destination', holders: [at(spec, 'destination')], first: 'server', second: 'name' },
  ];
  for (const { part, holders, first, second } of parts) {
    for (const holder of holders.flatMap((each) => asMapping(each) ?? [])) {
      const data = { application, part, first, second };
      const key = `${kind}/${name}/${part}`;
      const [one, two] = [filled(holder, first), filled(holder, second)];
      if (one.state === 'present' && two.state === 'present') {
        const later = [one, two].map(({ entry }) => entry.key.span).reduce((a, b) => (a.start > b.start ? a : b));
        yield { message: 'both', data, span: later, key } as const;
      } else if (one.state === 'absent' && two.state === 'absent' && !isPartial && !isTemplate) {
        // A source with a `ref` only lends its files to the others.
        const [line] = holder.entries;
        if (line && !entryOf(holder, 'ref')) yield { message: 'neither', data, span: line.key.span, key } as const;
      }
    }
  }
}
