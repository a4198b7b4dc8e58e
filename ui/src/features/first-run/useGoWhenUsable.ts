/** After the sample began to load: waits for the first users, then goes to where they can be found. */

import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCommand } from "../../api/queries";

export function useGoWhenUsable() {
  const [waiting, setWaiting] = useState(false);
  const navigate = useNavigate();
  const { data: status } = useCommand("engine_status", {}, waiting ? { every: 400 } : {});
  const usable = waiting && (status?.profiles ?? 0) > 0;
  useEffect(() => {
    if (usable) void navigate({ to: "/users" });
  }, [usable, navigate]);
  return { waiting, begin: () => setWaiting(true) };
}
