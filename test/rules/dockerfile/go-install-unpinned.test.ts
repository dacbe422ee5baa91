import { goInstallUnpinned } from '../../../server/src/rules/dockerfile/go-install-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(goInstallUnpinned, {
  clean: [
    'FROM a:1\nRUN go install ./... && go install . && go build example.com/x\n',
    'FROM a:1\nRUN go install golang.org/x/tools/gopls@v0.16.1\n',
    'FROM a:1\nRUN go install -ldflags "-s -w" example.com/x@v1\n',
    'FROM a:1\nRUN go install fmt && go get ./...\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN go install ⟦golang.org/x/tools/gopls@latest⟧\n',
      says: 'golang.org/x/tools/gopls@latest may be another version in the next build. Say which one: `module@version`.',
    },
    {
      code: 'FROM a:1\nRUN CGO_ENABLED=0 go install -tags x ⟦example.com/a/b⟧\n',
      says: 'example.com/a/b may be another version in the next build. Say which one: `module@version`.',
    },
    {
      code: 'FROM a:1\nRUN go get -u ⟦github.com/a/b⟧\n',
      says: 'github.com/a/b may be another version in the next build. Say which one: `module@version`.',
    },
  ],
});
