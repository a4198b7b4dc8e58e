import "./styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { follow } from "./api/connection";
import { makeQueryClient } from "./api/queries";
import { listenForShortcuts } from "./components/shortcuts";
import { TooltipProvider } from "./components/Tooltip";
import { router } from "./routes";

const queries = makeQueryClient();
void follow(queries);
listenForShortcuts();

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <TooltipProvider delay={400}>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
