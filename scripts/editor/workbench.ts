import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { errors, type Locator, type Page } from 'playwright-core';

/** How long a condition may take to hold, in milliseconds. */
const PATIENCE = 30_000;

/** A running VS Code workbench in a page, driven as a person drives it: keys, clicks, and what can be seen. Every wait is for a condition. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens a workbench's address and waits until the files of its folder can be seen. */
  async load(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /**
   * Opens the address of a `.code-workspace` and does what is to be seen there. The web workbench sometimes reads such a file before the remote file system
   * answers: it then shows no folder, or its extensions see none, and a person loads the page again. So does this, twice; the third time it must work.
   */
  async inWorkspaceFile(url: string, look: () => Promise<void>): Promise<void> {
    for (let left = 2; left > 0; left -= 1) {
      this.page.setDefaultTimeout(15_000);
      try {
        await this.load(url);
        await look();
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        console.log(`    (the page is loaded again: ${error.message.split('\n')[0] ?? ''})`);
      } finally {
        this.page.setDefaultTimeout(PATIENCE);
      }
    }
    await this.load(url);
    await look();
  }

  /** Opens a file by its path, through the quick-open box. */
  async open(file: string): Promise<void> {
    const name = path.posix.basename(file);
    await this.pick('Control+P', file, this.rows().filter({ hasText: name }).first());
    await this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, this.rows().filter({ hasText: title }).first());
  }

  /** Chooses what a command offers. */
  async choose(text: string): Promise<void> {
    const row = this.rows().filter({ hasText: text }).first();
    await row.waitFor({ state: 'visible' });
    await row.click();
  }

  private async pick(key: string, text: string, row: Locator): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await this.page.keyboard.press(key);
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    await row.waitFor({ state: 'visible' });
    await row.click();
  }

  private rows(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** The text editor that is in front. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  squiggles(): Locator {
    return this.editor().locator('.squiggly-error, .squiggly-warning, .squiggly-info');
  }

  /** What stands above lines. */
  lenses(): Locator {
    return this.editor().locator('.codelens-decoration');
  }

  /** The line of the editor that holds a text. The editor writes spaces as no-break spaces. */
  line(text: string): Locator {
    const pattern = text
      .split(' ')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\u00a0]+');
    return this.editor()
      .locator('.view-line')
      .filter({ hasText: new RegExp(pattern) })
      .first();
  }

  /** The colour of a word in the line that holds a text. */
  async colour(line: string, word: string): Promise<string> {
    // Spans of one colour hold several words, and none but the innermost hold text.
    const token = this.line(line).locator('span:not(:has(span))').filter({ hasText: word }).first();
    return token.evaluate((span) => getComputedStyle(span).color);
  }

  /** Rests the mouse on the first squiggle in the line that holds a text, and returns what appears. */
  async hoverSquiggle(text: string): Promise<Locator> {
    const line = await this.line(text).boundingBox();
    for (const squiggle of await this.squiggles().all()) {
      const box = await squiggle.boundingBox();
      if (line === null || box === null || Math.abs(box.y + box.height - line.y - line.height) > line.height / 2) continue;
      await this.page.mouse.move(box.x + box.width / 2, line.y + line.height / 2);
      // VS Code waits for the mouse to rest; a second small move makes sure that it has seen the first.
      await this.page.mouse.move(box.x + box.width / 2 + 1, line.y + line.height / 2);
      return this.page.locator('.monaco-hover:not(.hidden)');
    }
    throw new Error(`There is no squiggle in the line with "${text}".`);
  }

  /** Puts the caret onto the line that holds a text, at its end. */
  async goToLine(text: string): Promise<void> {
    await this.line(text).click();
    await this.page.keyboard.press('End');
  }

  /** Puts the caret at the end of the file. */
  async goToEnd(): Promise<void> {
    await this.editor().locator('.view-lines').click();
    await this.page.keyboard.press('Control+End');
  }

  /** Opens the lightbulb menu at the caret. */
  async quickFixes(): Promise<Locator> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await this.page.keyboard.press('Control+.');
    await rows.first().waitFor();
    return rows;
  }

  /** Shows the Problems panel. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    return panel.locator('.monaco-list-row');
  }

  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast, .notifications-center .notification-list-item');
  }

  /** Saves a picture of the whole window. */
  async shot(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }
}
