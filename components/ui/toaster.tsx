"use client";
import { Toast } from "@base-ui/react/toast";
import { useEffect } from "react";
import { toastSignal } from "./signals";

const manager = Toast.createToastManager<{ undo?: () => void }>();

/** Shows what notify() was told; loaded with the first message (components/shell/router-bridge.tsx). */
export function Toaster() {
  useEffect(
    () =>
      toastSignal.listen(({ text, tone, undo }) => {
        const id = manager.add({
          description: text,
          type: tone,
          priority: tone === "stop" ? "high" : "low",
          timeout: undo || tone === "stop" ? 10_000 : 5_000,
          actionProps: undo && {
            children: "Undo",
            onClick: () => {
              manager.close(id);
              undo();
            },
          },
        });
      }),
    [],
  );
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      {toast.type === "stop" && (
        <span aria-hidden="true" className="size-2 flex-none rotate-45 rounded-[1px] bg-stop" />
      )}
      <Toast.Description className="min-w-0 flex-1" />
      <Toast.Action />
      <Toast.Close aria-label="Dismiss">Close</Toast.Close>
    </Toast.Root>
  ));
}
