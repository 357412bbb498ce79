import type { List, ListItem, Root, RootContent } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
import { entryOf } from "./list-entry";

type SaidOfLines = Readonly<Record<number, ReadAs>>;

const lineOf = ({ position }: List | ListItem): number => position?.start.line ?? 0;

/** Whether an entry only names the lists below it: "- **Goals:**". */
const onlyNames = (item: ListItem): boolean => {
  const { label, state } = entryOf(item);
  return label !== null && state === null;
};

/** Lists inside a list, to any depth, and whether what stands above each only names it. */
export function listsWithin(list: List): { list: List; named: boolean }[] {
  return list.children.flatMap((item) =>
    entryOf(item).lists.flatMap((below) => [{ list: below, named: onlyNames(item) }, ...listsWithin(below)]),
  );
}

/** Takes lists apart at those inside them that the reader says something of. */
class ListOpener {
  /** what the reader says, also of the pieces of a list that was taken apart */
  readonly readAs: Record<number, ReadAs>;

  constructor(private readonly said: SaidOfLines) {
    this.readAs = { ...said };
  }

  open(list: List): RootContent[] {
    if (!list.children.some((item) => this.holdsOne(item))) return [list];
    const pieces: RootContent[] = [];
    let together: ListItem[] = [];
    const close = () => {
      if (together.length > 0) pieces.push(this.piece(list, together));
      together = [];
    };
    for (const item of list.children) {
      if (!this.holdsOne(item)) together.push(item);
      else {
        close();
        pieces.push(...this.apart(list, item));
      }
    }
    close();
    return pieces;
  }

  private holdsOne(item: ListItem): boolean {
    return entryOf(item).lists.some(
      (below) =>
        lineOf(below) in this.said || listsWithin(below).some(({ list }) => lineOf(list) in this.said),
    );
  }

  /** What names a list becomes a paragraph in front of it; another entry stays one, in front of its lists. */
  private apart(list: List, item: ListItem): RootContent[] {
    const { lists } = entryOf(item);
    const own = item.children.filter((node) => node.type !== "list");
    const head = onlyNames(item) ? own : [this.piece(list, [{ ...item, children: own }])];
    return [...head, ...lists.flatMap((below) => this.open(below))];
  }

  private piece(list: List, children: ListItem[]): List {
    const [first] = children;
    const start = first?.position?.start;
    const end = children.at(-1)?.position?.end;
    const said = this.said[lineOf(list)];
    if (first && said) this.readAs[lineOf(first)] ??= said;
    return { ...list, children, ...(start && end && { position: { start, end } }) };
  }
}

/**
 * A document in which each list that the reader says something of stands by itself, and what is said of which line then.
 * The tree it is made from stays as it is.
 */
export function openLists(root: Root, said: SaidOfLines): { root: Root; readAs: SaidOfLines } {
  const opener = new ListOpener(said);
  const children = root.children.flatMap((node) => (node.type === "list" ? opener.open(node) : [node]));
  return { root: { ...root, children }, readAs: opener.readAs };
}
