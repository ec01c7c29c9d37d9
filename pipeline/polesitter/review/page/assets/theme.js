"use strict";
// The theme: as the system has it, light or dark; remembered where the browser allows it.
const THEMES = ["auto", "light", "dark"];

function recall(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function remember(key, value) {
  try { localStorage.setItem(key, value); } catch { /* a page opened from a file may not */ }
}

function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.getElementById("theme-name").textContent = theme;
}

function nextTheme() {
  const now = document.documentElement.dataset.theme ?? "auto";
  const theme = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
  setTheme(theme);
  remember("polesitter-theme", theme);
}

const remembered = recall("polesitter-theme");
setTheme(THEMES.includes(remembered) ? remembered : "auto");
document.getElementById("theme").addEventListener("click", nextTheme);
