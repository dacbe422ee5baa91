/** As for npm: gems of RubyGems that many projects ask for, and real ones that only look like an imitation. As of 2026-11. */
export const RUBYGEMS_POPULAR = `
rails railties actionpack actionview actionmailer actioncable activerecord activemodel activesupport activejob activestorage actiontext actionmailbox
rack rack-test rack-protection rack-cors rack-attack rack-timeout rack-proxy rake bundler thor sprockets sprockets-rails i18n tzinfo concurrent-ruby
minitest nokogiri loofah rails-html-sanitizer rails-dom-testing builder erubi erubis crass mini_portile2 racc method_source globalid mail mime-types
mime-types-data mini_mime websocket-driver websocket-extensions nio4r marcel zeitwerk json multi_json oj yajl-ruby puma unicorn passenger thin webrick
sinatra sinatra-contrib padrino hanami grape roda mustermann tilt haml haml-rails slim slim-rails sass sass-rails sassc sassc-rails coffee-rails coffee-script
uglifier execjs jquery-rails jquery-ui-rails turbolinks turbo-rails stimulus-rails importmap-rails jsbundling-rails cssbundling-rails tailwindcss-rails
webpacker bootstrap bootstrap-sass font-awesome-rails font-awesome-sass jbuilder bootsnap spring listen byebug web-console pry pry-rails pry-byebug
rspec rspec-core rspec-expectations rspec-mocks rspec-support rspec-rails rspec-its factory_bot factory_bot_rails factory_girl factory_girl_rails faker
capybara selenium-webdriver webdrivers poltergeist cucumber cucumber-rails shoulda shoulda-matchers simplecov simplecov-html docile database_cleaner webmock vcr timecop
rubocop rubocop-ast rubocop-rails rubocop-rspec rubocop-performance parser ast rainbow unicode-display_width ruby-progressbar parallel brakeman reek
devise devise-i18n warden orm_adapter responders bcrypt omniauth omniauth-oauth2 omniauth-google-oauth2 omniauth-facebook omniauth-github oauth oauth2 doorkeeper jwt
pundit cancancan cancan rolify authlogic clearance sorcery
sidekiq sidekiq-cron resque resque-scheduler delayed_job delayed_job_active_record redis redis-rails redis-namespace redis-store connection_pool hiredis whenever
clockwork rufus-scheduler good_job que sneakers bunny amqp kafka ruby-kafka
pg mysql2 sqlite3 mongoid mongo bson sequel dalli elasticsearch elasticsearch-model searchkick sunspot ransack kaminari will_paginate pagy friendly_id paper_trail
acts-as-taggable-on ancestry awesome_nested_set carrierwave paperclip shrine mini_magick rmagick image_processing fog fog-aws fog-core aws-sdk aws-sdk-s3 aws-sdk-core
aws-sigv4 aws-partitions aws-eventstream jmespath google-api-client googleauth google-cloud-storage signet azure-storage-blob
httparty faraday faraday_middleware faraday-net_http rest-client typhoeus ethon ffi excon httpclient http http-cookie domain_name unf unf_ext addressable public_suffix net-http-persistent
net-ssh net-scp net-sftp net-ldap net-imap net-smtp net-pop net-protocol capistrano capistrano-rails capistrano-bundler capistrano-rbenv capistrano-rvm sshkit mina
activeadmin rails_admin administrate simple_form formtastic cocoon nested_form draper active_model_serializers fast_jsonapi jsonapi-serializer graphql graphiql-rails
stripe paypal-sdk-rest braintree twilio-ruby sendgrid-ruby mailgun-ruby slack-notifier slack-ruby-client octokit twitter koala telegram-bot-ruby discordrb
sentry-ruby sentry-rails sentry-raven newrelic_rpm airbrake bugsnag honeybadger rollbar skylight scout_apm datadog ddtrace lograge logging
dotenv dotenv-rails figaro config settingslogic dry-validation dry-types dry-struct dry-monads virtus hashie activerecord-import activerecord-session_store
jekyll jekyll-feed jekyll-seo-tag jekyll-sitemap jekyll-paginate minima kramdown kramdown-parser-gfm liquid redcarpet rouge pygments.rb middleman nanoc github-pages
fastlane cocoapods xcodeproj xcpretty cfpropertylist claide colored2 colorize terminal-table tty-prompt highline commander slop optimist pastel
chef chef-client knife puppet facter hiera bolt vagrant foreman berkshelf test-kitchen inspec serverspec
nokogumbo mechanize anemone wombat watir ferrum cuprite roo spreadsheet axlsx caxlsx rubyzip prawn prawn-table wicked_pdf wkhtmltopdf-binary pdfkit combine_pdf
geocoder money money-rails chronic ice_cube holidays groupdate chartkick chart-js-rails
eventmachine em-websocket faye faye-websocket celluloid async async-http bundler-audit letter_opener better_errors binding_of_caller bullet guard guard-rspec
guard-livereload rack-mini-profiler flamegraph stackprof derailed_benchmarks benchmark-ips annotate ruby-debug debug irb reline rdoc yard solargraph
coderay diff-lcs hitimes mustache ruby2_keywords rexml strscan stringio bigdecimal date psych logger csv base64 ostruct
`;

/** Gems that are asked for less often: known, and imitated less. */
export const RUBYGEMS_COMMON = `
abstract_type ace-rails-ap action_text activeadmin_addons activeresource acts_as_list acts_as_paranoid adamantium addressable airborne airbrussh akami algoliasearch algoliasearch-rails american_date anyway_config apartment appraisal
appsignal arel arbre arel_extensions asciidoctor asset_sync async-io attr_encrypted attr_required audited autoprefixer-rails aws-sdk-cloudfront aws-sdk-dynamodb aws-sdk-ec2 aws-sdk-kms aws-sdk-lambda aws-sdk-resources aws-sdk-ses
aws-sdk-sns aws-sdk-sqs aws-sdk-secretsmanager aws-sdk-ssm aws-ses axiom-types azure-core babel-source babel-transpiler backports barnes batch-loader bcrypt_pbkdf benchmark blankslate blazer bootstrap_form bootstrap3-datetimepicker-rails
brakeman-lib browser brpoplpush-redis_script bugsnag-api buftok bundle-audit bundler-inject business_time cable_ready capistrano-passenger capistrano-sidekiq capistrano3-puma capybara-screenshot carrierwave-aws ckeditor chunky_png
client_side_validations climate_control closure_tree cld coercible coffee-script-source coderay color commonmarker commonjs compass compass-rails consul contracts countries country_select crack css_parser cucumber-core cucumber-expressions
cucumber-gherkin cucumber-messages daemons database_cleaner-active_record database_cleaner-core date_validator dawnscanner debug debug_inspector deep_merge delayed_job_web descendants_tracker descriptive_statistics device_detector
devise-jwt devise-two-factor devise_invitable devise_token_auth discourse dm-core docker-api dogapi dogstatsd-ruby doorkeeper-openid_connect dry-auto_inject dry-configurable dry-container dry-core dry-inflector dry-initializer dry-logic
dry-schema dry-system dry-transaction ed25519 elasticsearch-api elasticsearch-persistence elasticsearch-rails elasticsearch-transport email_spec email_validator emoji_regex enumerize equalizer errbase erb ethon et-orbi event_stream_parser
exception_notification excon exifr factory_trace fakefs faraday-cookie_jar faraday-em_http faraday-em_synchrony faraday-excon faraday-follow_redirects faraday-http-cache faraday-httpclient faraday-multipart faraday-net_http_persistent
faraday-patron faraday-rack faraday-retry fasterer fastimage fcm ffi-compiler ffi-yajl filesize flipper flipper-active_record flipper-ui fluentd fog-google fog-json fog-local fog-xml foreman-export formatador foundation-rails fugit fuubar
gaffe gemoji gh_inspector git github_api gitlab globalize gli gon google-apis-core google-apis-iamcredentials_v1 google-apis-storage_v1 google-cloud-core google-cloud-env google-cloud-errors google-protobuf googleapis-common-protos
googleapis-common-protos-types graphql-batch grpc gruff gssapi guard-minitest guard-rubocop gyoku hamlit hamster has_scope hashdiff hashery hashids health_check heapy heroku hitimes html-pipeline html2slim html_tokenizer htmlbeautifier
htmlentities http-accept http-form_data hutch i18n-js i18n-tasks icalendar iconv ice_nine image_optim image_size ims-lti influxdb inherited_resources invisible_captcha io-console io-like ipaddress isolation iso8601 jaro_winkler
jekyll-archives jekyll-avatar jekyll-coffeescript jekyll-gist jekyll-include-cache jekyll-mentions jekyll-sass-converter jekyll-watch jemoji jira-ruby jquery-cookie-rails jquery-turbolinks js-routes js_regex json-jwt json-schema
json_schemer json_spec jsonapi-resources jsonapi-renderer jwt_sessions kaminari-activerecord kaminari-core kaminari-actionview kgio kitchen-vagrant knock kubeclient kramdown-rfc2629 launchy ledermann-rails-settings less-rails
letter_opener_web lhm librato-rails libv8 lint_roller llhttp-ffi lockbox logger-application logstash-logger logstash-event loofah-activerecord lumberjack macaddr mail_form maildown mailcatcher manageiq-smartstate maruku mathn matrix
maxminddb memcachier memoist memory_profiler mercenary messagebird method_profiler mimemagic mini_histogram mini_racer minitest-ci minitest-rails mixlib-authentication mixlib-cli mixlib-config mixlib-log mixlib-shellout mocha
mongoid-grid_fs monetize moneta msgpack multipart-post multi_test mustermann-grape mutex_m mysql nap naturally neat net-http net-http2 net-ping net-ssh-gateway netrc newrelic-infinite_tracing nenv nokogiri-happymapper nori notiffany nori
oauth-tty octicons ohai oily_png omniauth-apple omniauth-auth0 omniauth-gitlab omniauth-linkedin-oauth2 omniauth-rails_csrf_protection omniauth-saml omniauth-twitter open4 open_uri_redirections openid_connect openssl opentelemetry-api
opentelemetry-sdk origami oj_mimic orm oxford paranoia parallel_tests parslet paper_trail-association_tracking patron pdf-core pdf-reader pghero phonelib phony phony_rails pluck_to_hash plist pnglitch polyamorous polyglot premailer
premailer-rails prometheus-client prometheus_exporter promise.rb protected_attributes proxifier pusher pundit-matchers puma_worker_killer public_suffix_list qrcode rqrcode rqrcode_core quiet_assets rabl racc-runtime rack-accept
rack-canonical-host rack-contrib rack-mount rack-oauth2 rack-reverse-proxy rack-session rack-ssl-enforcer rackup rails-deprecated_sanitizer rails-erd rails-observers rails-perftest rails-settings-cached rails_12factor rails_best_practices
rails_serve_static_assets rails_stdout_logging rails_warden ransack_memory raindrops rb-fsevent rb-inotify rb-kqueue rbnacl rbs rb-readline rbtree rdf rdiscount react-rails react_on_rails recaptcha redis-clustering redlock ref refile
regexp_parser representable request_store rest-more retriable reverse_markdown rgeo rickshaw_rails rinku roo-xls rotp ros-apartment rpam2 rspec-collection_matchers rspec-json_expectations rspec-sidekiq rspec_junit_formatter rsolr rss
rubocop-factory_bot rubocop-capybara rubocop-rake rubocop-thread_safety rubocop-graphql rubocop-minitest rubocop-packaging rubocop-sorbet ruby-graphviz ruby-lsp ruby-macho ruby-ole ruby-openai ruby-openid ruby-prof ruby-saml ruby-statistics
ruby-vips ruby2ruby ruby_dep ruby_parser ruby_http_client rubyntlm rubypants safe_yaml sanitize sass-listen sassc-embedded savon sawyer sax-machine scenic scientist scout_apm_logging sdoc seed-fu select2-rails semantic_range semantic_logger
sentry-delayed_job sentry-resque sentry-ruby-core sentry-sidekiq settings shellany shoulda-context shrine-url shopify_api shopify_app show_for sidekiq-failures sidekiq-limit_fetch sidekiq-pro sidekiq-status simpleidn
simple_token_authentication simple_xlsx_reader sinatra-cross_origin sitemap_generator skeptick slack-ruby-bot sluggi snaky_hash soap4r solid_queue solid_cache solid_cable sorbet sorbet-runtime spoon spreadsheet_architect
spring-commands-rspec spring-watcher-listen sprockets-es6 sqlite3-ruby ssrf_filter stamp state_machines state_machines-activerecord aasm statsd-instrument statsd-ruby store_attribute stringex strong_migrations sucker_punch swagger-blocks
syntax_tree sys-proctable sysexits systemu tailwindcss-ruby teaspoon temple terminal-notifier terminal-notifier-guard test-prof text text-table thinking-sphinx thread_safe timers timeout tins to_regexp trailblazer traceroute trollop
truncate_html ttfunk tty-box tty-color tty-cursor tty-reader tty-screen tty-spinner tty-table turnout twilio twitter-text typeprof tzinfo-data uber unicode_utils unicorn-rails unicorn-worker-killer uniform_notifier upmin useragent
user_agent_parser uri user_agent valid_email validate_url validates_email_format_of view_component view_component-form vite_rails vite_ruby wannabe_bool warden-jwt_auth wasabi web-push webpush webmachine websocket websocket-native wicked
will_paginate-bootstrap wisper with_advisory_lock wkhtmltoimage-binary xml-simple xmlrpc xpath xray-rails yajl yard-junk yell zendesk_api zip-zip zipruby zlib
`;

export const RUBYGEMS_KNOWN = `
rest_client ruby-jwt rack-ssl rake-compiler rails-i18n rails-controller-testing rails_autolink rspec-retry rspec-html-matchers json_pure
minitest-reporters redis-client redis-actionpack mysql pg_search sass-embedded sassc-embedded jekyll-redirect-from bootstrap-will_paginate jquery-datatables-rails
aws-s3 aws-sdk-v1 httpi http_parser.rb rack-cache slim_lint haml_lint money-open-exchange-rates sidekiq-unique-jobs sidekiq-scheduler thread_safe
ffaker
`;
