/** As for npm: packages of Hex that many projects of Elixir and Erlang ask for, and real ones that only look like an imitation. As of 2026-11. */
export const HEX_POPULAR = `
phoenix phoenix_html phoenix_html_helpers phoenix_live_view phoenix_live_dashboard phoenix_live_reload phoenix_ecto phoenix_pubsub phoenix_pubsub_redis
phoenix_template phoenix_view phoenix_swoosh phoenix_storybook phoenix_slime plug plug_cowboy plug_crypto plug_static_index_html cowboy cowlib cowboy_telemetry
ranch bandit thousand_island websock websock_adapter hpax ecto ecto_sql ecto_enum ecto_psql_extras ecto_sqlite3 ecto_network postgrex myxql mariaex tds db_connection
decimal jason poison jsx jiffy thoas telemetry telemetry_metrics telemetry_poller telemetry_metrics_prometheus telemetry_metrics_prometheus_core
opentelemetry opentelemetry_api opentelemetry_sdk opentelemetry_exporter opentelemetry_phoenix opentelemetry_ecto opentelemetry_cowboy opentelemetry_telemetry
gettext expo swoosh bamboo gen_smtp finch mint castore nimble_pool nimble_options nimble_parsec nimble_csv nimble_ownership nimble_publisher req httpoison hackney
tesla gun certifi idna mimerl metrics parse_trans ssl_verify_fun unicode_util_compat httpotion ibrowse telemetry_registry
esbuild tailwind heroicons dart_sass floki fast_html html5ever mochiweb html_sanitize_ex sweet_xml saxy earmark earmark_parser makeup makeup_elixir makeup_erlang
makeup_eex makeup_html ex_doc ex_doc_makeup credo dialyxir erlex excoveralls sobelow mix_audit mix_test_watch doctor styler recode ex_check mox mock meck hammox
bypass ex_machina faker wallaby hound stream_data propcheck proper benchee benchee_html briefly temp stubr exvcr ex_unit_notifier junit_formatter
oban oban_web oban_pro quantum exq verk broadway broadway_kafka broadway_rabbitmq broadway_sqs flow gen_stage amqp rabbit_common kafka_ex brod redix eredis
cachex con_cache nebulex libcluster horde swarm dns_cluster syn partisan guardian guardian_db ueberauth ueberauth_google ueberauth_github ueberauth_facebook
ueberauth_identity joken jose bcrypt_elixir argon2_elixir pbkdf2_elixir comeonin elixir_make pow pow_assent assent nimble_totp cloak cloak_ecto
absinthe absinthe_plug absinthe_phoenix absinthe_relay dataloader timex tzdata calendar combine crontab ex_cldr ex_cldr_numbers ex_cldr_dates_times
ex_cldr_calendars ex_cldr_units ex_money cldr_utils digital_token uuid elixir_uuid uniq nanoid ex_aws ex_aws_s3 ex_aws_sqs ex_aws_sns ex_aws_sts configparser_ex
aws waffle waffle_ecto arc arc_ecto mogrify image vix eimp sentry appsignal appsignal_phoenix new_relic_agent honeybadger spandex logger_json logger_file_backend
logger_backends prometheus prometheus_ex prometheus_plugs prom_ex peep statsd statix telemetry_influxdb distillery edeliver releases vapor dotenvy confex
norm typed_struct typed_ecto_schema domo vex params exconstructor inflex slugify recase csv elixlsx xlsxir pdf_generator puppeteer_pdf chromic_pdf
nx exla axon bumblebee explorer scholar livebook kino kino_vega_lite vega_lite rustler rustler_precompiled zigler membrane_core ash ash_postgres ash_phoenix
ash_graphql ash_json_api ash_authentication ash_authentication_phoenix ash_admin spark reactor splode igniter sourceror surface petal_components live_select
live_svelte live_vue commanded eventstore commanded_eventstore_adapter scrivener scrivener_ecto scrivener_html flop flop_phoenix paginator filterable torch kaffy
ex_admin backpex beacon nerves nerves_runtime nerves_pack nerves_bootstrap shoehorn ring_logger toolshed vintage_net circuits_gpio circuits_i2c circuits_uart
grpc protobuf gpb thrift open_api_spex phoenix_swagger ex_json_schema xema remote_ip cors_plug corsica hammer ex_rated plug_attack recon observer_cli
erlang_node_discovery rebar3_hex cowboy_swagger lager goldrush poolboy worker_pool gproc jobs base64url yamerl yaml_elixir toml file_system fs iteraptor money
stripity_stripe ex_twilio ex_phone_number tirexs elasticsearch snap mongodb mongodb_driver mongodb_ecto xandra ch clickhouse_ecto tailwind_formatter langchain
`;

export const HEX_KNOWN = `
mint_web_socket json jaxon jsone jsonrs fuse gen_server2 mix mixer fluxon phx_new phoenix_new postgrest ecto_ch tz mime hex hexpm mint_acme
`;
