import { downloadOverHttp } from '../../../server/src/rules/dockerfile/download-over-http.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(downloadOverHttp, {
  clean: [
    'FROM a:1\nRUN curl --socks5-hostname http://p.example.com --data-ascii http://a.example/ https://b.example/\n',
    'FROM a:1\nRUN git config --global http.proxy http://proxy.example.com:3128 && git commit -m "http://a.example"\n',
    'FROM a:1\nRUN git config --global url.https://github.com/.insteadOf http://github.com/\n',
    'FROM a:1\nADD https://a.example/x /x\nRUN curl https://a.example/x\n',
    'FROM a:1\nRUN curl http://localhost:8080/x && wget http://127.0.0.1/y http://nexus:8081/z http://repo.corp.internal/a\n',
    'FROM a:1\nRUN curl -x http://proxy.corp.example:3128 https://a.example/x\n',
    'FROM a:1\nENV http_proxy=http://proxy.corp.example\n',
    "FROM a:1\nRUN echo 'deb http://deb.debian.org/debian trixie main' > /etc/apt/sources.list\n",
    'FROM a:1\nRUN curl http://$HOST/x\n',
    'FROM a:1\nHEALTHCHECK CMD curl http://a.example/\n',
    'FROM a:1\nRUN curl -H "Referer: http://a.example" https://b.example\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nADD ⟦http⟧://a.example/x.tar.gz /x/\n',
      says: 'What comes from a.example over plain HTTP can be replaced on the way. Use https.',
      fixed: 'FROM a:1\nADD https://a.example/x.tar.gz /x/\n',
    },
    {
      code: 'FROM a:1\nRUN curl -fsSL "⟦http⟧://a.example:8000/x" -o x && wget -q ⟦http⟧://b.example/y\n',
      says: [
        'What comes from a.example:8000 over plain HTTP can be replaced on the way. Use https.',
        'What comes from b.example over plain HTTP can be replaced on the way. Use https.',
      ],
      fixed: 'FROM a:1\nRUN curl -fsSL "https://a.example:8000/x" -o x && wget -q https://b.example/y\n',
    },
    {
      code: 'FROM a:1\nRUN git clone ⟦http⟧://a.example/x.git && pip install -i ⟦http⟧://p.example/simple x\n',
      says: [
        'What comes from a.example over plain HTTP can be replaced on the way. Use https.',
        'What comes from p.example over plain HTTP can be replaced on the way. Use https.',
      ],
      fixed: 'FROM a:1\nRUN git clone https://a.example/x.git && pip install -i https://p.example/simple x\n',
    },
    {
      code: 'FROM a:1\nRUN wget ⟦http⟧://a.example/$FILE\n',
      says: 'What comes from a.example over plain HTTP can be replaced on the way. Use https.',
      fixed: 'FROM a:1\nRUN wget https://a.example/$FILE\n',
    },
    {
      code: 'FROM a:1\nRUN yum install -y ⟦http⟧://a.example/x.rpm\n',
      says: 'What comes from a.example over plain HTTP can be replaced on the way. Use https.',
      fixed: 'FROM a:1\nRUN yum install -y https://a.example/x.rpm\n',
    },
  ],
});
