import { tlsVerifyDisabledCommand } from '../../../server/src/rules/dockerfile/tls-verify-disabled-command.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (flag: string, command: string): string =>
  `\`${flag}\` makes ${command} accept any certificate, so what it downloads can be replaced on the way.`;

testRule(tlsVerifyDisabledCommand, {
  clean: [
    'FROM a:1\nRUN pip config set global.trusted-host localhost && pip config set global.timeout 60 && composer config disable-tls false\n',
    'FROM a:1\nRUN curl -fsSL https://example.com\n',
    'FROM a:1\nRUN curl -o k https://example.com\n',
    'FROM a:1\nRUN curl -ok https://example.com\n',
    'FROM a:1\nRUN curl -H -k https://example.com\n',
    'FROM a:1\nHEALTHCHECK CMD curl -fk https://localhost:8443/health || exit 1\n',
    'FROM a:1\nHEALTHCHECK CMD ["wget", "--no-check-certificate", "https://127.0.0.1/"]\n',
    'FROM a:1\nRUN echo curl -k https://example.com\n',
    'FROM a:1\nRUN tar -k x && sort -k 2 y\n',
    'FROM a:1\nRUN git config --global http.sslVerify true\n',
    'FROM a:1\nRUN npm config set strict-ssl true\n',
    'FROM a:1\nRUN NODE_TLS_REJECT_UNAUTHORIZED=1 npm ci\n',
    'FROM a:1\nRUN pip install --trusted-host localhost x\n',
    'FROM a:1\nRUN yum install -y --nogpgcheck x\n',
    'FROM a:1\nRUN curl https://example.com # -k\n',
    'FROM a:1\nSHELL ["powershell", "-Command"]\nRUN curl -k https://example.com\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN pip3 config set global.trusted-host ⟦p.corp.example⟧ && ⟦GOFLAGS="-x -insecure"⟧ go get b\n',
      says: [says('global.trusted-host=p.corp.example', 'pip3'), says('GOFLAGS=-x -insecure', 'go')],
    },
    {
      code: 'FROM a:1\nRUN composer config -g disable-tls ⟦true⟧\n',
      says: says('disable-tls=true', 'composer'),
      fixed: 'FROM a:1\nRUN composer config -g disable-tls false\n',
    },
    {
      code: 'FROM fedora:42\nRUN dnf --setopt sslverify=⟦False⟧ install -y x\n',
      says: says('--setopt=sslverify=False', 'dnf'),
      fixed: 'FROM fedora:42\nRUN dnf --setopt sslverify=1 install -y x\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦PIP_TRUSTED_HOST=pypi.corp.example⟧ pip install x==1; export A=b ⟦GIT_SSL_NO_VERIFY=0⟧\n',
      says: [says('PIP_TRUSTED_HOST=pypi.corp.example', 'pip'), says('GIT_SSL_NO_VERIFY=0', 'git')],
      fixed: 'FROM a:1\nRUN pip install x==1; export A=b\n',
    },
    {
      code: 'FROM a:1\nRUN curl ⟦-k⟧ https://example.com\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nRUN curl https://example.com\n',
    },
    {
      code: 'FROM a:1\nRUN curl -fsSL⟦k⟧ https://example.com | sh\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nRUN curl -fsSL https://example.com | sh\n',
    },
    {
      code: 'FROM a:1\nRUN curl -⟦k⟧sSo x https://example.com\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nRUN curl -sSo x https://example.com\n',
    },
    {
      code: 'FROM a:1\nRUN curl \\\n  # why\n  ⟦--insecure⟧ \\\n  https://example.com\n',
      says: says('--insecure', 'curl'),
      fixed: 'FROM a:1\nRUN curl \\\n  # why\n  https://example.com\n',
    },
    {
      code: 'from a:1\nrun x=$(wget -q ⟦--no-check-certificate⟧ -O- https://example.com)',
      says: says('--no-check-certificate', 'wget'),
      fixed: 'from a:1\nrun x=$(wget -q -O- https://example.com)',
    },
    {
      code: 'FROM a:1\nRUN pip install ⟦--trusted-host⟧ pypi.org ⟦--trusted-host⟧=files.pythonhosted.org x\n',
      says: [says('--trusted-host', 'pip'), says('--trusted-host', 'pip')],
      fixed: 'FROM a:1\nRUN pip install x\n',
    },
    {
      code: 'FROM a:1\nRUN python3 -m pip install ⟦--trusted-host⟧ pypi.org x\n',
      says: says('--trusted-host', 'python3'),
      fixed: 'FROM a:1\nRUN python3 -m pip install x\n',
    },
    {
      code: 'FROM a:1\nRUN npm config set strict-ssl ⟦false⟧ && yarn config set "strict-ssl" ⟦false⟧ && npm ci --strict-ssl=⟦false⟧\n',
      says: [says('strict-ssl=false', 'npm'), says('strict-ssl=false', 'yarn'), says('--strict-ssl=false', 'npm')],
      fixed: 'FROM a:1\nRUN npm config set strict-ssl true && yarn config set "strict-ssl" true && npm ci --strict-ssl=true\n',
    },
    {
      code: 'FROM a:1\nRUN git -c http.sslVerify=⟦false⟧ clone x && git config --global http.sslVerify "⟦false⟧"\n',
      says: [says('http.sslVerify=false', 'git'), says('http.sslVerify=false', 'git')],
      fixed: 'FROM a:1\nRUN git -c http.sslVerify=true clone x && git config --global http.sslVerify "true"\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦GIT_SSL_NO_VERIFY=1⟧ git clone x && export NODE_TLS_REJECT_UNAUTHORIZED=⟦0⟧\n',
      says: [says('GIT_SSL_NO_VERIFY=1', 'git'), says('NODE_TLS_REJECT_UNAUTHORIZED=0', 'Node.js')],
      fixed: 'FROM a:1\nRUN git clone x && export NODE_TLS_REJECT_UNAUTHORIZED=1\n',
    },
    {
      code: 'FROM a:1\nRUN yum --setopt=sslverify=⟦0⟧ install -y x\n',
      says: says('--setopt=sslverify=0', 'yum'),
      fixed: 'FROM a:1\nRUN yum --setopt=sslverify=1 install -y x\n',
    },
    {
      code: 'FROM a:1\nRUN ["curl", "⟦-k⟧", "https://example.com"]\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nRUN ["curl", "https://example.com"]\n',
    },
    {
      code: 'FROM a:1\nONBUILD RUN <<EOF bash\nsudo -E curl ⟦-k⟧ $URL\nEOF\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nONBUILD RUN <<EOF bash\nsudo -E curl $URL\nEOF\n',
    },
    {
      code: 'FROM a:1\nRUN if [ -n "$X" ]; then bash -c "curl ⟦-k⟧ https://example.com"; fi\n',
      says: says('-k', 'curl'),
      fixed: 'FROM a:1\nRUN if [ -n "$X" ]; then bash -c "curl https://example.com"; fi\n',
    },
    {
      code: 'FROM a:1\nRUN export ⟦GIT_SSL_NO_VERIFY=true⟧ && git clone x\n',
      says: says('GIT_SSL_NO_VERIFY=true', 'git'),
      fixed: 'FROM a:1\nRUN unset GIT_SSL_NO_VERIFY && git clone x\n',
    },
  ],
});
