import { gemUnpinned } from '../../../server/src/rules/dockerfile/gem-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(gemUnpinned, {
  clean: [
    'FROM a:1\nRUN gem install rails:8.0 bundler -v 2.5\n',
    'FROM a:1\nRUN gem install rails --version 8 && gem install rails -v=8\n',
    'FROM a:1\nRUN gem install ./x.gem && gem list\n',
    'FROM a:1\nRUN bundle install\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN gem install ⟦bundler⟧\n',
      says: 'bundler may be another version in the next build. Say which one: `gem:version`.',
    },
    {
      code: 'FROM a:1\nRUN gem i ⟦rails⟧ x:1 --no-document\n',
      says: 'rails may be another version in the next build. Say which one: `gem:version`.',
    },
    {
      code: 'FROM a:1\nRUN gem install ⟦nokogiri⟧ -- --use-system-libraries\n',
      says: 'nokogiri may be another version in the next build. Say which one: `gem:version`.',
    },
  ],
});
