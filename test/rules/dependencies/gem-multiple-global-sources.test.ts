import { gemMultipleGlobalSources } from '../../../server/src/rules/dependencies/gem-multiple-global-sources.ts';
import { testRule } from '../../support/rule-tester.ts';

const another =
  'This is one more source for all gems, so that a gem of one source can be taken from another. Give the source a block with its gems.';

testRule(gemMultipleGlobalSources, {
  clean: [
    { path: 'Gemfile', code: "source 'https://rubygems.org'\ngem 'rack'\n" },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\nsource 'https://gems.example' do\n  gem 'a'\nend\n" },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\nsource('https://gems.example') { gem 'a' }\n" },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\ngem 'a', source: 'https://gems.example'\n" },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\nsource 'http://rubygems.org/'\nsource :rubygems\n" },
    {
      path: 'Gemfile',
      code: "if ENV['MIRROR']\n  source 'https://mirror.example'\nelse\n  source 'https://rubygems.org'\nend\n",
    },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\nsource 'https://gems.example' if ENV['PRIVATE']\n" },
    { path: 'Gemfile', code: "source 'https://rubygems.org'\n# source 'https://gems.example'\n" },
    { path: 'Gemfile', code: "source ENV['A']\nsource ENV['B']\n" },
  ],
  caught: [
    {
      path: 'Gemfile',
      code: "source 'https://rubygems.org'\nsource '⟦https://gems.example⟧'\n\ngem 'rack'\n",
      says: another,
      fixed:
        "source 'https://rubygems.org'\nsource 'https://gems.example' do\n  # Move the gems of this source here.\nend\n\ngem 'rack'\n",
    },
    {
      path: 'Gemfile',
      code: 'source "https://rubygems.org"\nsource("⟦https://gems.example⟧") # ours\n',
      says: another,
      fixed:
        'source "https://rubygems.org"\nsource("https://gems.example") do # ours\n  # Move the gems of this source here.\nend\n',
    },
    {
      path: 'gems.rb',
      code: "source 'https://rubygems.org'; source '⟦https://a.example⟧'\nsource '⟦https://b.example⟧'\n",
      says: [another, another],
      fixed:
        "source 'https://rubygems.org'; source 'https://a.example' do\n  # Move the gems of this source here.\nend\nsource 'https://b.example' do\n  # Move the gems of this source here.\nend\n",
    },
  ],
});
