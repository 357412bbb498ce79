"use client";
import dynamic from "next/dynamic";
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import type { ReaderClock } from "@/components/ui/time-format";
import type { CellDialogProps } from "./cell-dialog";
import { cellKey } from "./cell-words";
import type { CellEdits } from "./environment-edits";
import { EnvironmentMatrix, type EnvironmentMatrixProps } from "./environment-matrix";

const loadDialog = () => import("./cell-dialog").then((module) => module.CellDialog);
const LazyDialog = dynamic<CellDialogProps & { onClose: () => void }>(loadDialog, { ssr: false });

interface MatrixCellsProps extends EnvironmentMatrixProps {
  edits: CellEdits;
  clock: ReaderClock;
}

const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const buttonOf = (target: EventTarget): HTMLButtonElement | null =>
  target instanceof Element ? target.closest<HTMLButtonElement>("button[data-cell]") : null;

/** The button a step away in the table it stands in; null at its edge. */
function neighbour(button: HTMLButtonElement, [down, right]: [number, number]): HTMLButtonElement | null {
  const cell = button.closest("td");
  const row = cell?.closest("tr");
  const table = row?.closest("table");
  if (!cell || !row || !table) return null;
  return (
    table.rows[row.rowIndex + down]?.cells[cell.cellIndex + right]?.querySelector<HTMLButtonElement>(
      "button[data-cell]",
    ) ?? null
  );
}

/**
 * The matrix with cells that work: a press opens one, arrow keys walk among them. One client component with one handler
 * for all cells, because a big matrix would else be written as data, read back and then drawn (docs/performance.md).
 */
export function MatrixCells(props: MatrixCellsProps) {
  const { projectId, matrix, problems, mayWork, editing, edits, clock } = props;
  // Opening a cell must not draw thousands of others again.
  const table = useMemo(
    () => <EnvironmentMatrix {...{ projectId, matrix, problems, mayWork, editing }} />,
    [projectId, matrix, problems, mayWork, editing],
  );
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = (event: MouseEvent) => setOpenKey((key) => buttonOf(event.target)?.dataset.cell ?? key);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const button = step && buttonOf(event.target);
    const next = button && neighbour(button, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed
    <div onClick={open} onKeyDown={walk} onPointerEnter={() => void loadDialog()}>
      {table}
      {openDialog()}
    </div>
  );

  function openDialog() {
    for (const item of matrix.items)
      for (const [index, cell] of item.cells.entries())
        if (cellKey(item.id, cell.environmentId) === openKey)
          return (
            <LazyDialog
              key={openKey}
              projectId={projectId}
              itemId={item.id}
              itemKey={item.key}
              environment={matrix.environments[index]?.name ?? ""}
              cell={cell}
              edits={edits}
              clock={clock}
              onClose={() => setOpenKey(null)}
            />
          );
    return null;
  }
}
