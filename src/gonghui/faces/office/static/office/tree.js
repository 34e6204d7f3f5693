// Opens one level of the tree at a time.
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".tree-open");
  if (!button) return;
  const item = button.closest("li");
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  button.textContent = open ? "+" : "−";
  const below = item.querySelector(":scope > ul");
  if (below) { below.hidden = open; return; }
  const answer = await fetch(button.dataset.url, { credentials: "same-origin" });
  if (answer.ok) item.insertAdjacentHTML("beforeend", await answer.text());
});
