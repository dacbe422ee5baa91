import { dependencyConfusionIndex } from '../../../server/src/rules/dockerfile/dependency-confusion-index.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(dependencyConfusionIndex, {
  clean: [
    // Told as a download without encryption.
    'FROM a:1\nRUN pip install -i http://p.shop.example/simple x && pip config set global.timeout 60\n',
    'FROM a:1\nRUN pip config set global.extra-index-url https://download.pytorch.org/whl/cpu\n',
    'FROM a:1\nENV UV_INDEX_STRATEGY=first-index\n',
    'FROM a:1\nARG UV_INDEX_STRATEGY\nENV UV_INDEX_STRATEGY=$S\n',
    // Vendors publish under names of their own.
    'FROM a:1\nENV UV_INDEX_STRATEGY=unsafe-best-match\nRUN uv pip install --extra-index-url https://download.pytorch.org/whl/cpu torch\n',
    'FROM a:1\nENV PIP_INDEX_URL=https://p.corp.example/simple GOPROXY=https://g.corp.example,direct\n',
    'FROM a:1\nENV GOPROXY=http://localhost:3000 NPM_CONFIG_REGISTRY=http://10.0.0.1:4873\nARG PIP_INDEX_URL=http://$HOST/simple\n',
    'FROM a:1\nRUN echo PIP_INDEX_URL=http://p.corp.shop.example\n',
    'FROM a:1\nRUN pip install --index-url https://p.corp.example/simple x\n',
    'FROM a:1\nRUN pip install --extra-index-url https://download.pytorch.org/whl/cpu torch\n',
    'FROM a:1\nENV PIP_INDEX_URL=https://p.corp.example PIP_EXTRA_INDEX_URL=https://pypi.org/simple\n',
    'FROM a:1\nRUN npm config set registry https://n.corp.example && npm ci --registry=https://n.corp.example\n',
    'FROM a:1\nRUN npm config set registry http://localhost:4873\n',
    'FROM a:1\nARG PIP_EXTRA_INDEX_URL\n',
    'FROM a:1\nARG V=cu121\nRUN pip install --extra-index-url https://download.pytorch.org/whl/${V} torch\n',
    'FROM a:1\nRUN pip install --extra-index-url "https://download.pytorch.org/whl/$V" --extra-index-url=https://download.pytorch.org/$V x\n',
    'FROM a:1\nARG INDEX=https://download.pytorch.org\nRUN pip install --extra-index-url ${INDEX}/whl/$(v) --extra-index-url=$INDEX torch\n',
    'FROM a:1\nARG V\nENV PIP_EXTRA_INDEX_URL="https://pypi.org/simple https://download.pytorch.org/whl/$V"\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN python3 -m pip config set ⟦global.extra-index-url⟧ https://p.corp.example\n',
      says: '`extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
    },
    {
      code: 'FROM a:1\nENV UV_INDEX_STRATEGY="⟦unsafe-best-match⟧"\nRUN uv pip install --index-strategy ⟦unsafe-first-match⟧ x\n',
      says: [
        '`UV_INDEX_STRATEGY` unsafe-best-match lets a public package take the place of a private one of the same name. Use first-index.',
        '`--index-strategy` unsafe-first-match lets a public package take the place of a private one of the same name. Use first-index.',
      ],
      fixed: 'FROM a:1\nENV UV_INDEX_STRATEGY="first-index"\nRUN uv pip install --index-strategy first-index x\n',
    },
    {
      code: 'FROM a:1\nRUN export ⟦PIP_EXTRA_INDEX_URL⟧=https://p.corp.example && pip install x\nRUN UV_INDEX_STRATEGY=⟦unsafe-best-match⟧ uv sync\n',
      says: [
        '`PIP_EXTRA_INDEX_URL` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
        '`UV_INDEX_STRATEGY` unsafe-best-match lets a public package take the place of a private one of the same name. Use first-index.',
      ],
      fixed:
        'FROM a:1\nRUN export PIP_EXTRA_INDEX_URL=https://p.corp.example && pip install x\nRUN UV_INDEX_STRATEGY=first-index uv sync\n',
    },
    {
      code: 'FROM a:1\nARG PIP_INDEX_URL=⟦http://p.shop.example/simple⟧\nENV GOPROXY=⟦http://g.shop.example⟧,direct NPM_CONFIG_REGISTRY="⟦http://n.shop.example⟧"\nRUN pip config set global.index-url ⟦http://p.shop.example/simple⟧ && go env -w GOPROXY=⟦http://g.shop.example⟧,⟦http://h.shop.example⟧\n',
      says: [
        'p.shop.example/simple',
        'g.shop.example',
        'n.shop.example',
        'p.shop.example/simple',
        'g.shop.example',
        'h.shop.example',
      ].map(
        (url) => `The registry http://${url} is asked without encryption, so packages can be replaced on the way. Use https.`,
      ),
      fixed:
        'FROM a:1\nARG PIP_INDEX_URL=https://p.shop.example/simple\nENV GOPROXY=https://g.shop.example,direct NPM_CONFIG_REGISTRY="https://n.shop.example"\nRUN pip config set global.index-url https://p.shop.example/simple && go env -w GOPROXY=https://g.shop.example,https://h.shop.example\n',
    },
    {
      code: 'FROM a:1\nRUN pip install ⟦--extra-index-url⟧ https://p.corp.example/simple x\n',
      says: '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      fixed: 'FROM a:1\nRUN pip install --index-url https://p.corp.example/simple x\n',
    },
    {
      code: 'FROM a:1\nENV ⟦PIP_EXTRA_INDEX_URL⟧=https://p.corp.example\nRUN uv pip install ⟦--extra-index-url⟧=$INDEX x\n',
      says: [
        '`PIP_EXTRA_INDEX_URL` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
        '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      ],
      fixed: 'FROM a:1\nENV PIP_EXTRA_INDEX_URL=https://p.corp.example\nRUN uv pip install --index-url=$INDEX x\n',
    },
    {
      code: 'FROM a:1\nRUN npm config set registry ⟦http://n.shop.example/⟧\n',
      says: 'The registry http://n.shop.example/ is asked without encryption, so packages can be replaced on the way. Use https.',
      fixed: 'FROM a:1\nRUN npm config set registry https://n.shop.example/\n',
    },
    {
      code: 'FROM a:1\nARG INDEX=https://p.corp.example\nRUN pip install ⟦--extra-index-url⟧ $INDEX/x ⟦--extra-index-url⟧ https://pypi.org$X ⟦--extra-index-url⟧=$Y x\n',
      says: Array.from(
        { length: 3 },
        () =>
          '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      ),
      fixed:
        'FROM a:1\nARG INDEX=https://p.corp.example\nRUN pip install --index-url $INDEX/x --index-url https://pypi.org$X --index-url=$Y x\n',
    },
    {
      code: 'FROM a:1\nENV ⟦PIP_EXTRA_INDEX_URL⟧="https://pypi.org/simple https://p.corp.example"\n',
      says: '`PIP_EXTRA_INDEX_URL` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
    },
  ],
});
