import { camelCase } from './rules.ts';

/** What the constructor of each family's rules is called, and a text that such a rule reads. */
const FAMILIES: Readonly<Record<string, { readonly constructor: string; readonly code: string; readonly loop: string }>> = {
  dockerfile: {
    constructor: 'dockerfileRule',
    code: 'FROM alpine:3.22\\n',
    loop: 'for (const stage of model.stages) void stage;',
  },
  kubernetes: {
    constructor: 'kubernetesRule',
    code: 'apiVersion: v1\\nkind: Pod\\n',
    loop: 'for (const workload of model.workloads) void workload;',
  },
  dependencies: {
    constructor: 'dependencyRule',
    code: '{}',
    loop: 'for (const dependency of model.dependencies) void dependency;',
  },
};

/** The files of a new rule, by path from the root; undefined when the id is not `family/kebab-name` of a known family. */
export function scaffold(id: string): Readonly<Record<string, string>> | undefined {
  const [, family = '', name = ''] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
  const kind = FAMILIES[family];
  if (!kind) return undefined;
  const rule = camelCase(name);
  return {
    [`server/src/rules/${id}.ts`]: `import { ${kind.constructor} } from '../../engine/rule.ts';

export const ${rule} = ${kind.constructor}(
  {
    id: '${id}',
    title: 'What is found, without a full stop',
    why: 'Why it matters and what to do, in two to four sentences.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { found: 'What is wrong with {name}. What to do instead.' },
    aliases: [],
    references: [],
    fix: 'none',
    since: '0.1.0',
    status: 'preview',
  },
  function* ({ model }) {
    ${kind.loop}
  },
);
`,
    [`test/rules/${id}.test.ts`]: `import { ${rule} } from '../../../server/src/rules/${id}.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(${rule}, {
  clean: ['${kind.code}'],
  caught: [
    // Mark the span of each finding: ⟦…⟧.
  ],
});
`,
  };
}
