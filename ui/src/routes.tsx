/** Every screen's address. Pages are fetched when they are first gone to. */

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { fetched } from "./api/parts";
import { readAddress } from "./features/activity/address";
import { CrashScreen } from "./features/frame/CrashScreen";
import { Frame } from "./features/frame/Frame";
import { NotFoundScreen } from "./features/frame/NotFoundScreen";
import { readImportJobAddress, readImportsAddress } from "./features/imports/importsAddress";
import { readProfileAddress } from "./features/profile/profileAddress";
import { readIdentityAddress } from "./features/settings/identity/identityAddress";
import { readUsersAddress } from "./features/users/usersAddress";
import { parseSearch, stringifySearch } from "./searchParams";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundScreen, errorComponent: CrashScreen });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/users", replace: true });
  },
});

const start = createRoute({
  getParentRoute: () => root,
  path: "/start",
  component: lazyRouteComponent(() => fetched(import("./features/first-run/FirstRunPage")), "FirstRunPage"),
});

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  validateSearch: readUsersAddress,
  component: lazyRouteComponent(() => fetched(import("./features/users/UsersPage")), "UsersPage"),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: "/users/$mpid",
  component: lazyRouteComponent(() => fetched(import("./features/profile/ProfilePage")), "ProfilePage"),
});

const information = createRoute({
  getParentRoute: () => profile,
  path: "/",
  validateSearch: readProfileAddress,
  component: lazyRouteComponent(() => fetched(import("./features/profile/InformationRoute")), "InformationRoute"),
});

const activity = createRoute({
  getParentRoute: () => profile,
  path: "/activity",
  validateSearch: readAddress,
  component: lazyRouteComponent(() => fetched(import("./features/activity/ActivityRoute")), "ActivityRoute"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/imports",
  validateSearch: readImportsAddress,
  component: lazyRouteComponent(() => fetched(import("./features/imports/ImportsPage")), "ImportsPage"),
});

const importJob = createRoute({
  getParentRoute: () => root,
  path: "/imports/$job",
  validateSearch: readImportJobAddress,
  component: lazyRouteComponent(() => fetched(import("./features/imports/ImportJobPage")), "ImportJobPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => fetched(import("./features/settings/SettingsPage")), "SettingsPage"),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/storage", replace: true });
  },
});

const storage = createRoute({
  getParentRoute: () => settings,
  path: "/storage",
  component: lazyRouteComponent(() => fetched(import("./features/settings/StoragePage")), "StoragePage"),
});

const workspaces = createRoute({
  getParentRoute: () => settings,
  path: "/workspaces",
  component: lazyRouteComponent(() => fetched(import("./features/settings/WorkspacesPage")), "WorkspacesPage"),
});

const appearance = createRoute({
  getParentRoute: () => settings,
  path: "/appearance",
  component: lazyRouteComponent(() => fetched(import("./features/settings/AppearancePage")), "AppearancePage"),
});

const inputs = createRoute({
  getParentRoute: () => settings,
  path: "/inputs",
  component: lazyRouteComponent(() => fetched(import("./features/settings/inputs/InputsPage")), "InputsPage"),
});

const input = createRoute({
  getParentRoute: () => settings,
  path: "/inputs/$input",
  component: lazyRouteComponent(() => fetched(import("./features/settings/inputs/InputPage")), "InputPage"),
});

const readers = createRoute({
  getParentRoute: () => settings,
  path: "/readers",
  component: lazyRouteComponent(() => fetched(import("./features/settings/readers/ReadersPage")), "ReadersPage"),
});

const identity = createRoute({
  getParentRoute: () => settings,
  path: "/identity",
  validateSearch: readIdentityAddress,
  component: lazyRouteComponent(() => fetched(import("./features/settings/identity/IdentityPage")), "IdentityPage"),
});

const reference = createRoute({
  getParentRoute: () => root,
  path: "/reference",
  component: lazyRouteComponent(() => fetched(import("./features/reference/ReferencePage")), "ReferencePage"),
});

const referenceOperation = createRoute({ getParentRoute: () => reference, path: "/$operation" });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    start,
    users,
    profile.addChildren([information, activity]),
    imports,
    importJob,
    reference.addChildren([referenceOperation]),
    settings.addChildren([settingsHome, storage, workspaces, inputs, input, readers, identity, appearance]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: CrashScreen,
  // Lists keep their own place; the page itself never scrolls.
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
