/** As for npm: packages of Packagist that many projects ask for. Only the vendor can be imitated: what stands behind it is the vendor's own. As of 2026-11. */
export const PACKAGIST_POPULAR = `
symfony/console symfony/http-foundation symfony/http-kernel symfony/routing symfony/yaml symfony/finder symfony/process symfony/event-dispatcher symfony/filesystem symfony/translation
symfony/var-dumper symfony/mailer symfony/mime symfony/string symfony/dependency-injection symfony/config symfony/cache symfony/dotenv symfony/framework-bundle symfony/twig-bundle symfony/security-bundle
symfony/form symfony/validator symfony/serializer symfony/property-access symfony/options-resolver symfony/flex symfony/runtime symfony/monolog-bundle symfony/polyfill-mbstring symfony/symfony
symfony/css-selector symfony/dom-crawler symfony/browser-kit symfony/http-client symfony/messenger symfony/asset symfony/stopwatch symfony/intl symfony/ldap symfony/lock symfony/uid
laravel/framework laravel/tinker laravel/sanctum laravel/passport laravel/socialite laravel/horizon laravel/telescope laravel/breeze laravel/jetstream laravel/fortify laravel/scout laravel/cashier laravel/ui
laravel/lumen-framework laravel/sail laravel/pint laravel/dusk laravel/helpers laravel/serializable-closure laravel/prompts laravel/octane illuminate/support illuminate/database illuminate/console illuminate/contracts illuminate/collections
guzzlehttp/guzzle guzzlehttp/psr7 guzzlehttp/promises monolog/monolog psr/log psr/container psr/http-message psr/cache psr/simple-cache psr/http-client psr/http-factory psr/event-dispatcher psr/clock
phpunit/phpunit mockery/mockery phpstan/phpstan squizlabs/php_codesniffer friendsofphp/php-cs-fixer vimeo/psalm rector/rector pestphp/pest fakerphp/faker fzaninotto/faker phpspec/prophecy behat/behat codeception/codeception
doctrine/orm doctrine/dbal doctrine/annotations doctrine/inflector doctrine/lexer doctrine/collections doctrine/cache doctrine/persistence doctrine/doctrine-bundle doctrine/doctrine-migrations-bundle doctrine/migrations doctrine/instantiator
twig/twig league/flysystem league/commonmark league/oauth2-server league/oauth2-client league/csv league/fractal league/container league/route league/uri league/mime-type-detection league/flysystem-aws-s3-v3
nesbot/carbon ramsey/uuid ramsey/collection brick/math vlucas/phpdotenv phpoption/phpoption egulias/email-validator dragonmantank/cron-expression tijsverkoyen/css-to-inline-styles swiftmailer/swiftmailer
phpmailer/phpmailer phpseclib/phpseclib firebase/php-jwt lcobucci/jwt tymon/jwt-auth paragonie/random_compat paragonie/constant_time_encoding paragonie/sodium_compat defuse/php-encryption
aws/aws-sdk-php google/apiclient google/auth google/cloud-storage stripe/stripe-php twilio/sdk sendgrid/sendgrid mailgun/mailgun-php paypal/rest-api-sdk-php braintree/braintree_php
spatie/laravel-permission spatie/laravel-medialibrary spatie/laravel-activitylog spatie/laravel-backup spatie/laravel-query-builder spatie/browsershot spatie/laravel-ignition barryvdh/laravel-debugbar barryvdh/laravel-dompdf
barryvdh/laravel-ide-helper maatwebsite/excel phpoffice/phpspreadsheet phpoffice/phpword phpoffice/phpexcel dompdf/dompdf mpdf/mpdf tecnickcom/tcpdf setasign/fpdf setasign/fpdi intervention/image
predis/predis php-amqplib/php-amqplib elasticsearch/elasticsearch ruflin/elastica mongodb/mongodb jenssegers/mongodb nikic/php-parser nikic/fast-route slim/slim slim/psr7 cakephp/cakephp yiisoft/yii2 codeigniter4/framework
zendframework/zendframework laminas/laminas-diactoros laminas/laminas-code mezzio/mezzio drupal/core drupal/core-recommended drush/drush roots/wordpress wp-cli/wp-cli johnpbloch/wordpress composer/composer composer/installers composer/semver
sebastian/diff sebastian/comparator sebastian/exporter myclabs/deep-copy webmozart/assert phpdocumentor/reflection-docblock php-http/discovery php-http/httplug nyholm/psr7 ralouphie/getallheaders
filp/whoops nunomaduro/collision sentry/sentry sentry/sentry-laravel rollbar/rollbar bugsnag/bugsnag pusher/pusher-php-server beyondcode/laravel-websockets livewire/livewire inertiajs/inertia-laravel filament/filament tightenco/ziggy
erusev/parsedown michelf/php-markdown ezyang/htmlpurifier masterminds/html5 simplesamlphp/simplesamlphp hybridauth/hybridauth knplabs/knp-menu-bundle knplabs/knp-paginator-bundle friendsofsymfony/user-bundle friendsofsymfony/rest-bundle
sensio/framework-extra-bundle sonata-project/admin-bundle easycorp/easyadmin-bundle api-platform/core lexik/jwt-authentication-bundle nelmio/api-doc-bundle nelmio/cors-bundle stof/doctrine-extensions-bundle gedmo/doctrine-extensions
magento/product-community-edition magento/framework shopware/core sylius/sylius craftcms/cms typo3/cms-core contao/core-bundle neos/neos silverstripe/framework statamic/cms robmorgan/phinx illuminate/http illuminate/view
`;

export const PACKAGIST_KNOWN = `
symfonycasts/verify-email-bundle laravelcollective/html laravel-lang/common doctrine-extensions/doctrine-extensions
`;
