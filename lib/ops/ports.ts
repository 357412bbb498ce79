import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, OperatorError } from "./operator-error";

function listenOnce(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      const taken = typeof address === "object" && address ? address.port : port;
      probe.close(() => resolve(taken));
    });
  });
}

/** A port of this machine that nobody listens on just now. */
export function freePort(): Promise<number> {
  return listenOnce(0, "127.0.0.1");
}

/**
 * Makes sure that a port can be served on. A web server whose supervisor was just killed needs a moment to let go.
 * @throws OperatorError when it cannot
 */
export async function assertPortFree(port: number, patience = 2_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;)
    try {
      await listenOnce(port);
      return;
    } catch (error) {
      const code = errorCode(error);
      if (code === "EACCES")
        throw new OperatorError(`This user may not serve on port ${port}; set PORT to one from 1024 on.`);
      if (code !== "EADDRINUSE") throw error;
      if (Date.now() > deadline)
        throw new OperatorError(`Port ${port} is already in use; set PORT to another one.`);
      await sleep(100);
    }
}
