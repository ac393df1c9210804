/**
 * Writes each page as `ID.md`.
 * @param {string} folder
 */
export declare function writeRulePages(folder: string): void;
/**
 * A page without what its examples tell the tests alone: each is indented, below a line that says what it is. Links to the pages of other
 * rules lead to their files beside it.
 * @param {string} page
 */
export declare function readablePage(page: string): string;
