"use strict";
// Gathers what was decided into a file to save; it changes nothing by itself and asks nothing
// of the network.
const about = JSON.parse(document.getElementById("about").textContent);
const cards = [...document.querySelectorAll("article[data-section]")];
let saved = true;

function changes(card) {
  const set = {};
  for (const input of card.querySelectorAll("[data-field]")) {
    if (input.value !== input.defaultValue) set[input.dataset.field] = input.value;
  }
  return set;
}

function decision(card) {
  const at = { section: card.dataset.section, id: card.dataset.key };
  const choice = card.querySelector("input[type=radio]:checked");
  if (choice && choice.value === "drop") return { ...at, do: "drop" };
  const set = changes(card);
  if (Object.keys(set).length) return { ...at, do: "mend", set };
  return choice ? { ...at, do: "accept" } : null;
}

function show() {
  let decided = 0;
  for (const card of cards) {
    const made = decision(card);
    card.dataset.decided = made ? made.do : "";
    decided += made ? 1 : 0;
  }
  document.getElementById("decided").textContent = decided;
}

document.addEventListener("input", () => { saved = false; show(); });
document.getElementById("save").addEventListener("click", () => {
  const decisions = cards.map(decision).filter(Boolean);
  const text = JSON.stringify({ "offramp-review": 1, record: about.record, decisions }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "review.json";
  link.click();
  URL.revokeObjectURL(link.href);
  saved = true;
});
addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
show();
