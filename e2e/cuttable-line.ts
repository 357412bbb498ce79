import { connect, createServer, type Socket } from "node:net";

/** A line to a server that can be cut, as a train does when it enters a tunnel. */
export interface CuttableLine {
  /** the port to use in place of the server's own */
  port: number;
  /** breaks every connection and refuses new ones */
  cut: () => Promise<void>;
  /** @param target where the server is now, if it came back on another port */
  mend: (target?: number) => Promise<void>;
  close: () => Promise<void>;
}

const HOST = "127.0.0.1";

/** A way to the server on a port of this machine, through a port of its own. */
export async function layLine(target: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>();
  let targetPort = target;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(targetPort, HOST);
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, HOST, () => resolve()));
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  return {
    port: address.port,
    cut,
    mend: (next = targetPort) => {
      targetPort = next;
      return listen(address.port);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
