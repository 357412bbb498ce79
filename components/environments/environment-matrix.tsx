import { ThingButtons } from "@/components/things/thing-buttons";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type {
  CellView,
  ConfigurationItemView,
  EnvironmentView,
  MatrixView,
} from "@/lib/domain/environment-views";
import { type CellProblem, environmentCounts, isProductionName } from "@/lib/domain/environments";
import { CellValue } from "./cell-value";
import { CELL_STATE_WORDS, cellKey } from "./cell-words";
import { ConfigurationItemFormButton, EnvironmentFormButton } from "./environment-buttons";
import type { ConfigurationItemEdits, EnvironmentEdits } from "./environment-edits";

export interface EnvironmentMatrixProps {
  projectId: string;
  matrix: MatrixView;
  problems: CellProblem[];
  /** the reader may say what stands in a cell */
  mayWork: boolean;
  /** shows what changes rows and columns; null: not now */
  editing: { environments: EnvironmentEdits; items: ConfigurationItemEdits } | null;
}

/** Environments as columns, configuration items as rows. On a phone it scrolls inside itself and keeps its row names. */
export function EnvironmentMatrix(props: EnvironmentMatrixProps) {
  const { matrix, problems, mayWork } = props;
  const { environments, items } = matrix;
  const problemAt = new Map(
    problems.map((problem) => [cellKey(problem.itemId, problem.environmentId), problem]),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll-x" aria-label="Environment matrix" tabIndex={0}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Configuration item</span>
            </th>
            {environments.map((environment) => columnHead(environment, props))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} id={`configuration-${item.id}`}>
              {rowHead(item, props)}
              {item.cells.map((cell, index) => (
                <td key={cell.environmentId} className="cell">
                  {cellContent(
                    item,
                    cell,
                    environments[index]?.name ?? "",
                    problemAt.get(cellKey(item.id, cell.environmentId)),
                    mayWork,
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function columnHead(environment: EnvironmentView, { projectId, matrix, editing }: EnvironmentMatrixProps) {
  const { id, name, isProduction } = environment;
  const { verified, LIVE, MOCK, MISSING } = environmentCounts(matrix.items, id);
  const counts = [
    [LIVE, "live"],
    [MOCK, "mock"],
    [MISSING, "missing"],
    [verified, "verified"],
  ] as const;
  return (
    <th key={id} scope="col">
      <span className="flex items-center gap-2 text-small font-semibold text-ink">
        {name} {isProduction && !isProductionName(name) && <Chip tone="brand">production</Chip>}
      </span>
      <span className="num">
        {counts.flatMap(([count, word]) => (count > 0 ? `${count} ${word}` : [])).join(", ") || "empty"}
      </span>
      {editing && (
        <span className="-ml-2 flex items-center">
          <ThingButtons
            projectId={projectId}
            thing={environment}
            name={name}
            ids={matrix.environments.map((each) => each.id)}
            edits={editing.environments}
            sideways
          />
          <EnvironmentFormButton
            trigger={{ label: "Edit", name: `Edit ${name}`, small: true, look: "quiet" }}
            dialog={{ projectId, environment, edits: editing.environments }}
          />
        </span>
      )}
    </th>
  );
}

function rowHead(item: ConfigurationItemView, { projectId, matrix, editing }: EnvironmentMatrixProps) {
  const { id, key, mustDiffer, version } = item;
  return (
    <th scope="row">
      <span className="block wrap-anywhere">{key}</span>
      {mustDiffer && (
        <span className="block text-fine font-normal text-ink-3">production must not equal mock</span>
      )}
      {editing && (
        <span className="-ml-2 flex flex-wrap items-center">
          <ThingButtons
            projectId={projectId}
            thing={item}
            name={key}
            ids={matrix.items.map((each) => each.id)}
            edits={editing.items}
          />
          <ConfigurationItemFormButton
            trigger={{ label: "Edit", name: `Edit ${key}`, small: true, look: "quiet" }}
            dialog={{ projectId, item: { id, key, mustDiffer, version }, edits: editing.items }}
          />
        </span>
      )}
    </th>
  );
}

function cellContent(
  { id, key }: ConfigurationItemView,
  cell: CellView,
  environment: string,
  problem: CellProblem | undefined,
  mayWork: boolean,
) {
  const { word, tone } = CELL_STATE_WORDS[cell.state];
  const content = (
    <>
      {mayWork && (
        <span className="sr-only">
          {key} in {environment}:{" "}
        </span>
      )}
      <span className="flex flex-wrap items-center gap-1.5">
        <Chip tone={problem ? "stop" : tone}>{word}</Chip>
        {problem && (
          <span className="text-fine font-medium text-stop">
            {problem.type === "IS_MOCK" ? "must not be a mock" : `same as ${problem.other}`}
          </span>
        )}
        {cell.verifiedAt && (
          <span className="flex items-center gap-1 text-fine text-go">
            <Icon name="check" size={13} /> {cell.verifiedBy ?? "verified"}
          </span>
        )}
      </span>
      <CellValue value={cell.value} />
    </>
  );
  if (!mayWork) return <div className="cell-box">{content}</div>;
  return (
    <button
      type="button"
      className="cell-box"
      data-cell={cellKey(id, cell.environmentId)}
      aria-haspopup="dialog"
    >
      {content}
    </button>
  );
}
