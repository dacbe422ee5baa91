/** As for npm: modules of Go (`host/owner/repository`, without the version behind it) that many projects ask for. As of 2026-11. */
export const GO_POPULAR = `
github.com/stretchr/testify github.com/sirupsen/logrus github.com/spf13/cobra github.com/spf13/viper github.com/spf13/pflag github.com/spf13/afero github.com/spf13/cast
github.com/pkg/errors github.com/gin-gonic/gin github.com/gin-contrib/cors github.com/gin-contrib/sessions github.com/gorilla/mux github.com/gorilla/websocket
github.com/gorilla/sessions github.com/gorilla/handlers github.com/gorilla/schema github.com/gorilla/securecookie github.com/labstack/echo github.com/labstack/gommon
github.com/go-chi/chi github.com/go-chi/cors github.com/gofiber/fiber github.com/valyala/fasthttp github.com/valyala/fastjson github.com/julienschmidt/httprouter
github.com/google/uuid github.com/google/go-cmp github.com/google/go-github github.com/google/wire github.com/google/gopacket github.com/google/gofuzz github.com/google/pprof
github.com/golang/protobuf github.com/golang/mock github.com/golang/snappy github.com/golang/groupcache github.com/golang/glog github.com/golang-jwt/jwt github.com/dgrijalva/jwt-go
github.com/golang-migrate/migrate github.com/gogo/protobuf github.com/grpc-ecosystem/grpc-gateway github.com/grpc-ecosystem/go-grpc-middleware
github.com/aws/aws-sdk-go github.com/aws/aws-sdk-go-v2 github.com/aws/aws-lambda-go github.com/aws/smithy-go github.com/Azure/azure-sdk-for-go github.com/Azure/go-autorest
github.com/go-redis/redis github.com/redis/go-redis github.com/gomodule/redigo github.com/go-sql-driver/mysql github.com/lib/pq github.com/jackc/pgx github.com/jackc/pgconn
github.com/mattn/go-sqlite3 github.com/mattn/go-isatty github.com/mattn/go-colorable github.com/mattn/go-runewidth github.com/jmoiron/sqlx github.com/jinzhu/gorm github.com/jinzhu/copier
github.com/uptrace/bun github.com/go-pg/pg github.com/volatiletech/sqlboiler github.com/Masterminds/squirrel github.com/Masterminds/semver github.com/Masterminds/sprig
github.com/boltdb/bolt github.com/etcd-io/bbolt github.com/etcd-io/etcd github.com/coreos/etcd github.com/coreos/go-systemd github.com/coreos/go-oidc github.com/dgraph-io/badger github.com/dgraph-io/ristretto
github.com/syndtr/goleveldb github.com/cockroachdb/pebble github.com/cockroachdb/errors github.com/patrickmn/go-cache github.com/hashicorp/golang-lru github.com/hashicorp/go-multierror
github.com/hashicorp/go-version github.com/hashicorp/hcl github.com/hashicorp/consul github.com/hashicorp/vault github.com/hashicorp/terraform github.com/hashicorp/raft
github.com/hashicorp/go-retryablehttp github.com/hashicorp/go-cleanhttp github.com/hashicorp/go-hclog github.com/hashicorp/go-plugin github.com/hashicorp/memberlist
github.com/mitchellh/mapstructure github.com/mitchellh/go-homedir github.com/mitchellh/copystructure github.com/mitchellh/reflectwalk github.com/mitchellh/cli
github.com/prometheus/client_golang github.com/prometheus/client_model github.com/prometheus/common github.com/prometheus/procfs github.com/prometheus/prometheus
github.com/rs/zerolog github.com/rs/cors github.com/rs/xid github.com/uber-go/zap github.com/fatih/color github.com/fatih/structs github.com/olekukonko/tablewriter
github.com/urfave/cli github.com/urfave/negroni github.com/alecthomas/kingpin github.com/alecthomas/kong github.com/jessevdk/go-flags github.com/docopt/docopt-go
github.com/joho/godotenv github.com/kelseyhightower/envconfig github.com/caarlos0/env github.com/BurntSushi/toml github.com/pelletier/go-toml github.com/ghodss/yaml
github.com/fsnotify/fsnotify github.com/davecgh/go-spew github.com/pmezard/go-difflib github.com/onsi/ginkgo github.com/onsi/gomega github.com/smartystreets/goconvey
github.com/DATA-DOG/go-sqlmock github.com/jarcoal/httpmock github.com/vektra/mockery github.com/h2non/gock github.com/gavv/httpexpect
github.com/json-iterator/go github.com/modern-go/reflect2 github.com/modern-go/concurrent github.com/mailru/easyjson github.com/tidwall/gjson github.com/tidwall/sjson github.com/buger/jsonparser
github.com/bytedance/sonic github.com/goccy/go-json github.com/goccy/go-yaml github.com/go-playground/validator github.com/go-playground/locales github.com/asaskevich/govalidator
github.com/go-resty/resty github.com/parnurzeal/gorequest github.com/imroc/req github.com/gocolly/colly github.com/PuerkitoBio/goquery github.com/andybalholm/cascadia
github.com/cenkalti/backoff github.com/avast/retry-go github.com/sony/gobreaker github.com/afex/hystrix-go github.com/panjf2000/ants github.com/robfig/cron github.com/go-co-op/gocron
github.com/segmentio/kafka-go github.com/Shopify/sarama github.com/IBM/sarama github.com/confluentinc/confluent-kafka-go github.com/streadway/amqp github.com/rabbitmq/amqp091-go github.com/nats-io/nats.go
github.com/nats-io/nats-server github.com/eclipse/paho.mqtt.golang github.com/nsqio/go-nsq github.com/ThreeDotsLabs/watermill github.com/hibiken/asynq
github.com/docker/docker github.com/docker/distribution github.com/docker/go-connections github.com/docker/go-units github.com/docker/cli github.com/moby/moby github.com/moby/buildkit
github.com/containerd/containerd github.com/opencontainers/runc github.com/opencontainers/image-spec github.com/opencontainers/go-digest github.com/opencontainers/runtime-spec
github.com/Microsoft/go-winio github.com/Microsoft/hcsshim github.com/kubernetes/kubernetes github.com/helm/helm github.com/operator-framework/operator-sdk
github.com/ethereum/go-ethereum github.com/btcsuite/btcd github.com/cosmos/cosmos-sdk github.com/tendermint/tendermint github.com/libp2p/go-libp2p github.com/multiformats/go-multiaddr
github.com/ipfs/go-cid github.com/ipfs/go-log github.com/decred/dcrd github.com/holiman/uint256
github.com/elastic/go-elasticsearch github.com/olivere/elastic github.com/blevesearch/bleve github.com/influxdata/influxdb github.com/mongodb/mongo-go-driver github.com/gocql/gocql
github.com/neo4j/neo4j-go-driver github.com/ClickHouse/clickhouse-go github.com/snowflakedb/gosnowflake github.com/denisenkom/go-mssqldb github.com/microsoft/go-mssqldb github.com/godror/godror
github.com/minio/minio-go github.com/minio/minio github.com/klauspost/compress github.com/klauspost/cpuid github.com/pierrec/lz4 github.com/ulikunitz/xz github.com/andybalholm/brotli
github.com/cespare/xxhash github.com/OneOfOne/xxhash github.com/spaolacci/murmur3 github.com/google/btree github.com/emirpasic/gods github.com/deckarep/golang-set github.com/samber/lo github.com/thoas/go-funk
github.com/shopspring/decimal github.com/oklog/ulid github.com/satori/go.uuid github.com/gofrs/uuid github.com/segmentio/ksuid github.com/teris-io/shortid
github.com/charmbracelet/bubbletea github.com/charmbracelet/lipgloss github.com/charmbracelet/glamour github.com/charmbracelet/bubbles github.com/rivo/tview github.com/gdamore/tcell github.com/nsf/termbox-go
github.com/schollz/progressbar github.com/cheggaaa/pb github.com/briandowns/spinner github.com/manifoldco/promptui github.com/AlecAivazis/survey github.com/c-bata/go-prompt
github.com/stripe/stripe-go github.com/slack-go/slack github.com/bwmarrin/discordgo github.com/go-telegram-bot-api/telegram-bot-api github.com/sendgrid/sendgrid-go github.com/twilio/twilio-go
github.com/xanzy/go-gitlab github.com/go-git/go-git github.com/libgit2/git2go github.com/src-d/go-git github.com/casbin/casbin github.com/ory/hydra github.com/open-policy-agent/opa
github.com/swaggo/swag github.com/swaggo/gin-swagger github.com/go-swagger/go-swagger github.com/go-openapi/spec github.com/getkin/kin-openapi github.com/99designs/gqlgen github.com/graphql-go/graphql
github.com/graph-gophers/graphql-go github.com/vektah/gqlparser github.com/hasura/go-graphql-client github.com/opentracing/opentracing-go github.com/jaegertracing/jaeger github.com/uber/jaeger-client-go
github.com/openzipkin/zipkin-go github.com/getsentry/sentry-go github.com/DataDog/datadog-go github.com/newrelic/go-agent github.com/go-kit/kit github.com/go-kit/log github.com/go-logr/logr github.com/micro/go-micro
github.com/asim/go-micro github.com/nicksnyder/go-i18n github.com/russross/blackfriday github.com/yuin/goldmark github.com/gomarkdown/markdown github.com/microcosm-cc/bluemonday github.com/alecthomas/chroma
github.com/disintegration/imaging github.com/nfnt/resize github.com/fogleman/gg github.com/jung-kurt/gofpdf github.com/xuri/excelize github.com/tealeg/xlsx github.com/gocarina/gocsv
github.com/shirou/gopsutil github.com/vishvananda/netlink github.com/miekg/dns github.com/quic-go/quic-go github.com/lucas-clemente/quic-go github.com/pion/webrtc github.com/creack/pty github.com/kr/pretty github.com/kr/text
github.com/kardianos/service github.com/sevlyar/go-daemon github.com/pkg/sftp github.com/pkg/browser github.com/atotto/clipboard github.com/skip2/go-qrcode github.com/pquerna/otp
github.com/evanphx/json-patch github.com/imdario/mergo github.com/peterbourgon/diskv github.com/gobwas/glob github.com/bmatcuk/doublestar github.com/araddon/dateparse github.com/dustin/go-humanize
github.com/golangci/golangci-lint github.com/securego/gosec github.com/magefile/mage github.com/air-verse/air github.com/cosmtrek/air github.com/google/gops github.com/beego/beego github.com/astaxie/beego
github.com/kataras/iris github.com/revel/revel github.com/gobuffalo/buffalo github.com/go-martini/martini github.com/cloudflare/cfssl github.com/cloudflare/circl github.com/cloudflare/cloudflare-go
github.com/digitalocean/godo github.com/linode/linodego github.com/go-ldap/ldap github.com/go-acme/lego github.com/caddyserver/certmagic github.com/caddyserver/caddy github.com/traefik/traefik github.com/gohugoio/hugo
github.com/opencontainers/selinux github.com/moby/term github.com/moby/spdystream github.com/munnerz/goautoneg github.com/xeipuu/gojsonpointer github.com/xeipuuv/gojsonschema github.com/blang/semver
golang.org/x/crypto golang.org/x/net golang.org/x/sys golang.org/x/text golang.org/x/tools golang.org/x/sync golang.org/x/oauth2 golang.org/x/time golang.org/x/mod golang.org/x/term golang.org/x/exp golang.org/x/image golang.org/x/lint
google.golang.org/grpc google.golang.org/protobuf google.golang.org/api google.golang.org/genproto google.golang.org/appengine cloud.google.com/go
gopkg.in/yaml.v2 gopkg.in/yaml.v3 gopkg.in/ini.v1 gopkg.in/check.v1 gopkg.in/mgo.v2 gopkg.in/inf.v0 gopkg.in/tomb.v1 gopkg.in/square/go-jose.v2 gopkg.in/natefinch/lumberjack.v2 gopkg.in/gomail.v2
go.uber.org/zap go.uber.org/atomic go.uber.org/multierr go.uber.org/fx go.uber.org/goleak go.uber.org/mock go.mongodb.org/mongo-driver go.etcd.io/etcd go.etcd.io/bbolt go.opentelemetry.io/otel go.opencensus.io
k8s.io/api k8s.io/apimachinery k8s.io/client-go k8s.io/klog k8s.io/kubernetes k8s.io/utils k8s.io/apiextensions-apiserver sigs.k8s.io/yaml sigs.k8s.io/controller-runtime helm.sh/helm
gorm.io/gorm gorm.io/driver/mysql gorm.io/driver/postgres gorm.io/driver/sqlite xorm.io/xorm entgo.io/ent modernc.org/sqlite honnef.co/go/tools nhooyr.io/websocket filippo.io/edwards25519 gotest.tools rsc.io/quote
`;

/** Owners of forks and successors, which are real. */
export const GO_KNOWN = `
github.com/go-yaml/yaml github.com/sagikazarmark/viper github.com/go-gorm/gorm github.com/golang-sql/civil github.com/go-logfmt/logfmt github.com/gofrs/flock github.com/kr/pty github.com/olebedev/config
`;
