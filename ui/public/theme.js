// Before the first paint: a theme that the operator forces. Kept out of the bundle, because the bundle comes after it.
try {
  const theme = JSON.parse(localStorage.getItem("uav.theme") ?? "null");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no forced theme: the system's is shown.
}
