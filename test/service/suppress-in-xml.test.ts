import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { credentialsInManifest } from '../../server/src/rules/dependencies/credentials-in-manifest.ts';
import { dynamicVersion } from '../../server/src/rules/dependencies/dynamic-version.ts';
import { actionsAt } from '../../server/src/service/actions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const RULES = [credentialsInManifest, dynamicVersion];
const DYNAMIC = 'larboard-ignore dependencies/dynamic-version:';
const SECRET = 'larboard-ignore dependencies/credentials-in-manifest:';

/** The text after the offer to suppress the first finding was taken, in which that finding is quiet. */
function suppressed(path: string, text: string): string {
  const workspace = new Workspace({ today: '2026-11-23', rules: RULES });
  workspace.set(path, text);
  const [finding] = workspace.report(path).findings;
  assert.ok(finding);
  const action = actionsAt(workspace, path, finding.span).find(({ kind }) => kind === 'suppress');
  assert.equal(action?.kind, 'suppress');
  const changed = applyEdits(text, action.edits);
  workspace.set(path, changed);
  assert.equal(workspace.report(path).suppressed.length, 1);
  return changed;
}

describe('service: suppressing in XML', () => {
  it('writes a comment above the element', () => {
    const text = (comment: string): string =>
      `<Project>\n  <ItemGroup>\n${comment}    <PackageReference\n      Include="A"\n      Version="*" />\n    <PackageReference Include="B" Version="1.0" />\n  </ItemGroup>\n</Project>\n`;
    assert.equal(suppressed('App.csproj', text('')), text(`    <!-- ${DYNAMIC}  -->\n`));
    assert.equal(
      suppressed('App.csproj', text('').replaceAll('\n', '\r\n')),
      text(`    <!-- ${DYNAMIC}  -->\n`).replaceAll('\n', '\r\n'),
    );
  });

  it('writes a comment in front of an element that does not begin its line', () => {
    const text = (comment: string): string =>
      `<?xml version="1.0"?><settings><servers><server>${comment}<password>p</password></server></servers></settings>`;
    assert.equal(suppressed('settings.xml', text('')), text(`<!-- ${SECRET}  -->`));
  });

  it('writes a comment above an element whose text is on lines of its own', () => {
    const text = (comment: string): string =>
      `<settings>\n<servers>\n<server>\n${comment}\t<password>\n\t\tp\n\t</password>\n</server>\n</servers>\n</settings>\n`;
    assert.equal(suppressed('settings.xml', text('')), text(`\t<!-- ${SECRET}  -->\n`));
  });
});
