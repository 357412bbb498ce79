import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Prose } from "./markdown";

const shown = (text: string) => renderToStaticMarkup(<Prose text={text} />);
const LONGEST = 20_000;
const filled = (piece: string, length = LONGEST) => piece.repeat(Math.floor(length / piece.length));

it("shows what people write", () => {
  const html = shown("# Why\n\n- [x] **done**\n\n| a | b |\n|---|---|\n| 1 |\n\n~~old~~ <b>raw</b>");
  expect(html).toContain("<h3>Why</h3>");
  expect(html).toContain("<strong>done</strong>");
  expect(html).toContain("<td>1</td><td></td>");
  expect(html).toContain("<del>old</del>");
  expect(html).not.toContain("<b>");
});

it.each([
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt&#58;alert(1))",
  "<javascript:alert(1)>",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:x)",
  "![x](javascript:alert(1))",
  "<img src=x onerror=alert(1)>",
  "<a href='javascript:alert(1)' onclick='alert(1)'>x</a>",
  "<style>*{display:none}</style>",
  "<form action=https://evil.example><input></form>",
])("lets nothing run: %s", (text) => {
  expect(shown(text)).not.toMatch(/(href|src)="(?!")[^"]*script|data:|<[^>]* on\w+=|<style|<form|<script/i);
});

it("opens another site apart, also one that begins like a path", () => {
  expect(shown("[x](https://evil.example)")).toContain('target="_blank"');
  expect(shown("[x](//evil.example)")).toContain('target="_blank"');
  expect(shown("[x](/projects)")).not.toContain("target");
});

// Each of these took a minute, all memory, or the whole stack.
it.each([
  ["lists inside each other", filled("1) ")],
  ["quotes inside each other", filled("> ")],
  ["lists inside quotes", filled("- > ")],
  [
    "a wide head above empty rows",
    `|${filled("a|", 5_000)}\n|${filled("-|", 5_000)}\n${filled("|\n", 9_000)}`,
  ],
  ["emphasis inside emphasis", `${filled("*a _b ", LONGEST / 2)}x${filled(" b_ a*", LONGEST / 2)}`],
])("shows %s before anybody waits", { timeout: 15_000 }, (_, text) => {
  expect(shown(text).length).toBeLessThan(2_000_000);
});
