import type { Nodes, Root } from "mdast";

/** Cells a table may be filled up to; a larger one shows the cells that were written. */
const CELLS_MAX = 2_000;

/**
 * Rows that are shorter than the head of their table are filled up with empty cells when it is drawn: a few thousand of
 * them below a head of a thousand columns, in one comment, would take all memory there is.
 */
export const boundedTables = () => (root: Root) => {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "table" && (node.align?.length ?? 0) * node.children.length > CELLS_MAX)
      node.align = null;
    if ("children" in node) for (const child of node.children) open.push(child);
  }
};
