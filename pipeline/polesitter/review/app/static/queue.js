// Keys of the queue: up and down the list, and to the search.

const links = [...document.querySelectorAll("a.source")];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest("input") !== null) return;
  const at = links.indexOf(document.activeElement);
  if (event.key === "j" || event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === "k" || event.key === "ArrowUp") links[Math.max(at - 1, 0)]?.focus();
  else if (event.key === "/") document.getElementById("search").focus();
  else return;
  event.preventDefault();
});
