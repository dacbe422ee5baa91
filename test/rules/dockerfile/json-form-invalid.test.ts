import { jsonFormInvalid } from '../../../server/src/rules/dockerfile/json-form-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(jsonFormInvalid, {
  clean: [
    'FROM a:1\nCMD ["a", "b"]\nENTRYPOINT []\n',
    'FROM a:1\nRUN [ -f /x ] && y\n',
    'FROM a:1\nRUN [ "$A" = "b" ]\nRUN [ "a" = "b" ]\n',
    'FROM a:1\nCMD [ -f /x ] && exec node\nCMD [ "$A" = b ]\n',
    'FROM a:1\nENTRYPOINT ["a", \n',
    "FROM a:1\nCMD ['node', \n",
    'FROM a:1\nCOPY [a-z]* /x/\n',
    'FROM a:1\nSHELL ["a"]\nVOLUME /data\n',
    'FROM a:1\nRUN <<EOF\n["a", \'b\']\nEOF\n',
  ],
  caught: [
    {
      code: "FROM alpine:3.22\nCMD ⟦['node', 'app.js']⟧\n",
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
      fixed: 'FROM alpine:3.22\nCMD ["node", "app.js"]\n',
    },
    {
      code: 'FROM a:1\nCMD ⟦[ "a", \'b\' ]⟧\n',
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
      fixed: 'FROM a:1\nCMD [ "a", "b" ]\n',
    },
    {
      code: 'from a:1\nentrypoint ⟦[ "a" "b" ]⟧',
      says: 'This is no valid JSON, so ENTRYPOINT takes it as it stands, brackets and all. Use double quotes, with commas between.',
      fixed: 'from a:1\nentrypoint [ "a", "b" ]',
    },
    {
      code: "FROM a:1\nHEALTHCHECK CMD ⟦['curl' \\\n  # quietly\n  '-s', \"$URL\",]⟧\n",
      says: 'This is no valid JSON, so HEALTHCHECK takes it as it stands, brackets and all. Use double quotes, with commas between.',
      fixed: 'FROM a:1\nHEALTHCHECK CMD ["curl", \\\n  # quietly\n  "-s", "$URL"]\n',
    },
    {
      code: 'FROM a:1\nCMD ⟦[node, app.js]⟧\n',
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
    },
    {
      code: 'FROM a:1\nCMD ⟦["a", "b"c]⟧\n',
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
    },
    {
      code: "FROM a:1\nCMD ⟦['a''b']⟧\n",
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
    },
    {
      code: "FROM a:1\nCMD ⟦['a', 'b\"c']⟧\n",
      says: 'This is no valid JSON, so CMD takes it as it stands, brackets and all. Use double quotes, with commas between.',
    },
    {
      code: "FROM a:1\nRUN ⟦['apt-get', 'update']⟧\n",
      says: 'This is no valid JSON, so RUN takes it as it stands, brackets and all. Use double quotes, with commas between.',
      fixed: 'FROM a:1\nRUN ["apt-get", "update"]\n',
    },
    {
      code: "FROM a:1\nCOPY --chown=1 ⟦['a b', '/c/']⟧\nVOLUME ⟦['/data']⟧\n",
      says: [
        'This is no valid JSON, so COPY takes it as it stands, brackets and all. Use double quotes, with commas between.',
        'This is no valid JSON, so VOLUME takes it as it stands, brackets and all. Use double quotes, with commas between.',
      ],
      fixed: 'FROM a:1\nCOPY --chown=1 ["a b", "/c/"]\nVOLUME ["/data"]\n',
    },
    { code: 'FROM a:1\nSHELL ⟦/bin/bash -c⟧\n', says: 'SHELL takes only the JSON form: `SHELL ["/bin/bash", "-c"]`.' },
  ],
});
