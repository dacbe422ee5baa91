import { gemInsecureSource } from '../../../server/src/rules/dependencies/gem-insecure-source.ts';
import { testRule } from '../../support/rule-tester.ts';

const http = 'Gems of this source are downloaded over plain HTTP, where anyone on the way can replace them. Use HTTPS.';
const symbol = (name: string): string =>
  `"${name}" stands for a source over plain HTTP, where anyone on the way can replace gems. Use the URL with HTTPS.`;

testRule(gemInsecureSource, {
  clean: [
    { path: 'Gemfile', code: "source 'https://rubygems.org'\ngem 'rack'\n" },
    { path: 'Gemfile', code: "# source 'http://rubygems.org'\nsource 'https://rubygems.org'\n" },
    { path: 'Gemfile', code: "source 'http://localhost:9292'\nsource \"http://#{ENV['GEM_HOST']}\"\n" },
    { path: 'Gemfile', code: "source ENV.fetch('SOURCE', 'http://rubygems.org')\n" },
    { path: 'Gemfile', code: "=begin\nsource 'http://rubygems.org'\n=end\nputs \"source 'http://rubygems.org'\"\n" },
    { path: 'Gemfile', code: "gem 'a', source: 'https://gems.example', require: 'http://x'\n" },
    { path: 'a.gemspec', code: "Gem::Specification.new do |s|\n  s.homepage = 'http://a.example'\nend\n" },
  ],
  caught: [
    { path: 'Gemfile', code: "source '⟦http⟧://rubygems.org'\n", says: http, fixed: "source 'https://rubygems.org'\n" },
    { path: 'gems.rb', code: 'source("⟦http⟧://rubygems.org/")\n', says: http, fixed: 'source("https://rubygems.org/")\n' },
    {
      path: 'Gemfile',
      code: "source 'https://rubygems.org'\nsource '⟦http⟧://gems.example' do\n  gem 'a'\nend\n",
      says: http,
      fixed: "source 'https://rubygems.org'\nsource 'https://gems.example' do\n  gem 'a'\nend\n",
    },
    {
      path: 'Gemfile',
      code: "gem 'a', '~> 1.0', :source => '⟦http⟧://gems.example'\n",
      says: http,
      fixed: "gem 'a', '~> 1.0', :source => 'https://gems.example'\n",
    },
    {
      path: 'Gemfile',
      code: 'gem \'a\',\n    source: "⟦http⟧://gems.example:8808" # ours\n',
      says: http,
      fixed: 'gem \'a\',\n    source: "https://gems.example:8808" # ours\n',
    },
    { path: 'Gemfile', code: 'source ⟦:rubygems⟧\n', says: symbol(':rubygems'), fixed: "source 'https://rubygems.org'\n" },
    { path: 'Gemfile', code: 'source(⟦:gemcutter⟧)\n', says: symbol(':gemcutter'), fixed: "source('https://rubygems.org')\n" },
    {
      path: 'Gemfile',
      code: "if ENV['CI']\n  source '⟦http⟧://mirror.example'\nelse\n  source 'https://rubygems.org'\nend\n",
      says: http,
      fixed: "if ENV['CI']\n  source 'https://mirror.example'\nelse\n  source 'https://rubygems.org'\nend\n",
    },
    {
      path: 'gemfiles/rails_7.gemfile',
      code: 'source "⟦http⟧://rubygems.org"\n\ngem "rails", "~> 7.0"\n',
      says: http,
      fixed: 'source "https://rubygems.org"\n\ngem "rails", "~> 7.0"\n',
    },
  ],
});
