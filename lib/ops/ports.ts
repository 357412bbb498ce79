import { createServer } from "node:net";
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

/** @throws OperatorError when the port cannot be served on */
export async function assertPortFree(port: number): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    const code = errorCode(error);
    if (code === "EADDRINUSE")
      throw new OperatorError(`Port ${port} is already in use; set PORT to another one.`);
    if (code === "EACCES")
      throw new OperatorError(`This user may not serve on port ${port}; set PORT to one from 1024 on.`);
    throw error;
  }
}
