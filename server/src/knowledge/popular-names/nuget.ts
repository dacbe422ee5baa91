/** As for npm: packages of NuGet that many projects ask for. As of 2026-11. */
export const NUGET_POPULAR = `
Newtonsoft.Json Newtonsoft.Json.Bson Newtonsoft.Json.Schema Serilog Serilog.AspNetCore Serilog.Sinks.Console Serilog.Sinks.File Serilog.Sinks.Seq Serilog.Extensions.Logging Serilog.Settings.Configuration Serilog.Extensions.Hosting
Serilog.Formatting.Compact Serilog.Sinks.Elasticsearch Serilog.Sinks.ApplicationInsights Serilog.Enrichers.Environment Serilog.Enrichers.Thread AutoMapper AutoMapper.Extensions.Microsoft.DependencyInjection
Dapper Dapper.Contrib Moq NUnit NUnit3TestAdapter NUnit.Console xunit xunit.runner.visualstudio xunit.core xunit.assert xunit.abstractions MSTest.TestFramework MSTest.TestAdapter FluentAssertions FluentValidation
FluentValidation.AspNetCore FluentValidation.DependencyInjectionExtensions Polly Polly.Extensions.Http MediatR MediatR.Extensions.Microsoft.DependencyInjection Swashbuckle.AspNetCore Swashbuckle.AspNetCore.Swagger
Swashbuckle.AspNetCore.SwaggerGen Swashbuckle.AspNetCore.SwaggerUI Swashbuckle.AspNetCore.Annotations NSwag.AspNetCore NSwag.MSBuild NLog NLog.Web.AspNetCore NLog.Extensions.Logging log4net StackExchange.Redis
EntityFramework EntityFrameworkCore.Exceptions Npgsql Npgsql.EntityFrameworkCore.PostgreSQL MySql.Data MySqlConnector Pomelo.EntityFrameworkCore.MySql Oracle.ManagedDataAccess Oracle.ManagedDataAccess.Core SQLitePCLRaw.core
SQLitePCLRaw.bundle_green SQLitePCLRaw.lib.e_sqlite3 sqlite-net-pcl MongoDB.Driver MongoDB.Bson MongoDB.Driver.Core Elasticsearch.Net NEST RabbitMQ.Client MassTransit MassTransit.RabbitMQ Confluent.Kafka NServiceBus EasyNetQ Rebus
Hangfire Hangfire.Core Hangfire.AspNetCore Hangfire.SqlServer Quartz Quartz.Extensions.Hosting RestSharp Refit Refit.HttpClientFactory Flurl Flurl.Http HtmlAgilityPack AngleSharp CsvHelper EPPlus ClosedXML NPOI DocumentFormat.OpenXml
ExcelDataReader ExcelDataReader.DataSet iTextSharp itext7 PdfSharp PDFsharp-MigraDoc QuestPDF ImageSharp SixLabors.ImageSharp SixLabors.Fonts SixLabors.ImageSharp.Drawing SkiaSharp SkiaSharp.Views Magick.NET-Q8-AnyCPU QRCoder ZXing.Net
BouncyCastle BouncyCastle.Cryptography Portable.BouncyCastle BCrypt.Net-Next IdentityModel IdentityServer4 IdentityServer4.AspNetIdentity Duende.IdentityServer OpenIddict Autofac Autofac.Extensions.DependencyInjection Ninject
Castle.Core Castle.Windsor SimpleInjector Unity Unity.Container StructureMap Lamar Scrutor NodaTime Humanizer Humanizer.Core MailKit MimeKit SendGrid Twilio Stripe.net Octokit LibGit2Sharp SSH.NET SharpZipLib DotNetZip SharpCompress
Google.Protobuf Grpc.AspNetCore Grpc.Net.Client Grpc.Tools Grpc.Core Grpc.Core.Api protobuf-net protobuf-net.Core MessagePack MessagePack.Annotations MemoryPack YamlDotNet Tomlyn Utf8Json Jil ServiceStack ServiceStack.Text
AWSSDK.Core AWSSDK.S3 AWSSDK.SQS AWSSDK.DynamoDBv2 AWSSDK.SecretsManager AWSSDK.Extensions.NETCore.Setup Amazon.Lambda.Core Amazon.Lambda.AspNetCoreServer Google.Apis Google.Apis.Auth Google.Cloud.Storage.V1 FirebaseAdmin
WindowsAzure.Storage Selenium.WebDriver Selenium.Support Selenium.WebDriver.ChromeDriver PuppeteerSharp SpecFlow SpecFlow.NUnit NSubstitute FakeItEasy AutoFixture AutoFixture.AutoMoq Bogus Shouldly BenchmarkDotNet coverlet.collector coverlet.msbuild
ReportGenerator StyleCop.Analyzers SonarAnalyzer.CSharp Roslynator.Analyzers JetBrains.Annotations GitVersion.MsBuild Nerdbank.GitVersioning MinVer CommandLineParser Spectre.Console Spectre.Console.Cli Colorful.Console McMaster.Extensions.CommandLineUtils
Prism.Core Prism.Wpf Prism.Unity MvvmLightLibs MvvmCross CommunityToolkit.Mvvm CommunityToolkit.HighPerformance ReactiveUI ReactiveUI.WPF DynamicData Caliburn.Micro MahApps.Metro MaterialDesignThemes MaterialDesignColors LiveCharts OxyPlot.Core
Avalonia Avalonia.Desktop Xamarin.Forms Xamarin.Essentials WebView2 CefSharp.Common CefSharp.Wpf NAudio OpenTK MonoGame.Framework.DesktopGL Unity3D.SDK Discord.Net DSharpPlus Telegram.Bot
Ocelot Yarp.ReverseProxy HotChocolate.AspNetCore GraphQL GraphQL.Client Orleans.Core Akka Akka.Cluster Dapr.AspNetCore Steeltoe.Common Consul KubernetesClient Docker.DotNet Cake.Core Nuke.Common
OpenTelemetry OpenTelemetry.Extensions.Hosting OpenTelemetry.Exporter.Console OpenTelemetry.Instrumentation.AspNetCore OpenTelemetry.Exporter.OpenTelemetryProtocol prometheus-net prometheus-net.AspNetCore App.Metrics Sentry Sentry.AspNetCore
Elastic.Apm Datadog.Trace NewRelic.Agent.Api LanguageExt.Core morelinq System.Linq.Dynamic.Core Ardalis.Specification Ardalis.GuardClauses Mapster MapsterMapper Riok.Mapperly ErrorOr OneOf Ulid CSharpFunctionalExtensions LiteDB RavenDB.Client
Marten Linq2db linq2db.PostgreSQL FluentMigrator FluentMigrator.Runner DbUp FluentNHibernate NHibernate Z.EntityFramework.Plus EFCore.BulkExtensions Respawn Testcontainers WireMock.Net Verify.Xunit Snapshooter.Xunit
`;

/** Beginnings of names that NuGet keeps for their owners (https://learn.microsoft.com/nuget/nuget-org/id-prefix-reservation): nobody else can publish them. */
export const NUGET_RESERVED = [
  'microsoft.',
  'system.',
  'azure.',
  'runtime.',
  'aspire.',
  'nuget.',
  'awssdk.',
  'amazon.',
  'google.',
  'xamarin.',
  'serilog.',
  'opentelemetry.',
  'grpc.',
  'sentry.',
  'elastic.',
  'swashbuckle.',
  'testcontainers.',
  'umbraco.',
];

export const NUGET_KNOWN = `
xunit.v3 NUnitLite Moq.AutoMock Moq.Contrib.HttpClient NLog.Config EntityFramework6.Npgsql Dapper.SqlBuilder Polly.Core Polly.Extensions RestSharp.Newtonsoft.Json JsonNet.PrivateSettersContractResolvers
Newtonsoft.Json.Linq itextsharp.lgplv2.core PDFsharp PdfSharpCore Quartz.Plugins Unity.Abstractions Akka.Remote Google.Protobuf.Tools
BouncyCastle.NetCore dotnet-xunit Hangfire.NetCore Snapshooter.NUnit SpecFlow.xUnit Verify.NUnit
`;
