import { useEffect } from "react";

/** Keeps the screen on while something takes long; where the device does not let it, nothing happens. */
export function useAwake(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      const lock = await navigator.wakeLock?.request("screen").catch(() => null);
      if (over) void lock?.release();
      else held = lock ?? null;
    };
    void hold();
    document.addEventListener("visibilitychange", hold); // a hidden page loses it
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      void held?.release();
    };
  }, []);
}
