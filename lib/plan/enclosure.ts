/** Follows what may hold Markdown signs without meaning them: code fences, comments, raw HTML. */
export class Enclosure {
  private closing: RegExp | null = null;

  /** In: the next line. Out: whether the line before it ended outside of every enclosure. */
  next(line: string): boolean {
    const free = this.closing === null;
    if (this.closing) {
      if (this.closing.test(line)) this.closing = null;
      return free;
    }
    const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence) this.closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}\\s*$`);
    else if (/^ {0,3}<!--/.test(line) && !/-->/.test(line)) this.closing = /-->/;
    else {
      const raw = /^ {0,3}<(pre|script|style|textarea)\b/i.exec(line)?.[1];
      if (raw && !new RegExp(`</${raw}>`, "i").test(line)) this.closing = new RegExp(`</${raw}>`, "i");
    }
    return free;
  }
}
