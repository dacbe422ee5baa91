/** One fact: images whose configuration sets a user that is not root. From the images' documentation or Dockerfiles, as of 2026-11. */
export interface NonRoot {
  readonly repository: RegExp;
  readonly tag?: RegExp;
  readonly user: string;
}

export const NON_ROOT: readonly NonRoot[] = [
  { repository: /./, tag: /nonroot/, user: '65532' },
  { repository: /^mcr\.microsoft\.com\/dotnet\//, tag: /chiseled|distroless/, user: 'app' },
  { repository: /^docker\.io\/library\/docker$/, tag: /rootless/, user: 'rootless' },
  { repository: /^docker\.io\/moby\/buildkit$/, tag: /rootless/, user: '1000' },
  { repository: /^cgr\.dev\//, user: '65532' },
  { repository: /^docker\.io\/(?:bitnami|bitnamilegacy|bitnamisecure)\//, user: '1001' },
  { repository: /(?:^|\/)nginxinc\/nginx-unprivileged$/, user: '101' },
  { repository: /^docker\.io\/jenkins\/(?:jenkins|agent|inbound-agent)$/, user: 'jenkins' },
  { repository: /^docker\.io\/grafana\//, user: '472' },
  { repository: /^(?:docker\.io\/prom|quay\.io\/prometheus)\//, user: 'nobody' },
  { repository: /^quay\.io\/keycloak\/keycloak$/, user: '1000' },
  {
    repository:
      /^docker\.io\/library\/(?:elasticsearch|kibana|logstash)$|^docker\.elastic\.co\/(?:elasticsearch|kibana|logstash)\//,
    user: '1000',
  },
  { repository: /^docker\.io\/library\/adminer$/, user: 'adminer' },
  { repository: /^docker\.io\/library\/haproxy$/, user: 'haproxy' },
  { repository: /^docker\.io\/library\/jetty$/, user: 'jetty' },
  { repository: /^docker\.io\/library\/kong$/, user: 'kong' },
  { repository: /^docker\.io\/library\/memcached$/, user: 'memcache' },
  { repository: /^docker\.io\/library\/odoo$/, user: 'odoo' },
  { repository: /^docker\.io\/library\/(?:open-liberty|websphere-liberty)$/, user: '1001' },
  { repository: /^docker\.io\/library\/percona$/, user: 'mysql' },
  { repository: /^docker\.io\/library\/rocket\.chat$/, user: 'rocketchat' },
  { repository: /^docker\.io\/library\/solr$/, user: 'solr' },
  { repository: /^docker\.io\/library\/sonarqube$/, user: 'sonarqube' },
  { repository: /^docker\.io\/library\/spark$/, user: 'spark' },
  { repository: /^docker\.io\/library\/varnish$/, user: 'varnish' },
  { repository: /^docker\.io\/apache\/airflow$/, user: 'airflow' },
  { repository: /^docker\.io\/apache\/kafka$/, user: 'appuser' },
  { repository: /^docker\.io\/apache\/(?:spark|spark-py)$/, user: 'spark' },
  { repository: /^docker\.io\/apache\/superset$/, user: 'superset' },
  { repository: /^docker\.io\/confluentinc\/cp-/, user: 'appuser' },
  { repository: /^(?:docker\.io|quay\.io)\/jupyter\//, user: 'jovyan' },
  { repository: /^docker\.io\/cimg\//, user: 'circleci' },
  { repository: /^docker\.io\/circleci\//, user: 'circleci' },
  { repository: /^docker\.io\/selenium\//, user: '1200' },
  { repository: /^docker\.io\/gitpod\//, user: 'gitpod' },
  { repository: /^docker\.io\/codercom\//, user: 'coder' },
  { repository: /^docker\.io\/curlimages\/curl$/, user: 'curl_user' },
  { repository: /^docker\.io\/n8nio\/n8n$/, user: 'node' },
  { repository: /^docker\.io\/nodered\/node-red$/, user: 'node-red' },
  { repository: /^docker\.io\/fluent\/fluentd$/, user: 'fluent' },
  { repository: /^quay\.io\/argoproj\//, user: '999' },
  { repository: /^registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/openjdk-/, user: '185' },
  {
    repository:
      /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d+|rhel\d+)\/(?:nodejs|python|go-toolset|nginx|httpd|php|perl|ruby|dotnet)-?/,
    user: '1001',
  },
  { repository: /^docker\.io\/opensearchproject\//, user: '1000' },
  { repository: /^docker\.io\/sonatype\/nexus3$/, user: 'nexus' },
  { repository: /^docker\.io\/dpage\/pgadmin4$/, user: 'pgadmin' },
  { repository: /^mcr\.microsoft\.com\/mssql\/server$/, tag: /^(?:20(?:19|22|25)|latest)/, user: 'mssql' },
];
