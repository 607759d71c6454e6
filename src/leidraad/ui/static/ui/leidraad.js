// Two small kindnesses; everything works without them.
(() => {
  "use strict";
  // data-waarschuw="nu": the server sent the form back with text that has not been saved.
  let gewijzigd = document.querySelector('form[data-waarschuw="nu"]') !== null;

  // Warn before unsaved text is lost: <form data-waarschuw>.
  document.addEventListener("input", (gebeurtenis) => {
    if (gebeurtenis.target.closest("form[data-waarschuw]")) gewijzigd = true;
  });
  window.addEventListener("beforeunload", (gebeurtenis) => {
    if (gewijzigd) gebeurtenis.preventDefault();
  });

  // Ask first: <button data-bevestig="Weet u het zeker?">.
  document.addEventListener("submit", (gebeurtenis) => {
    const vraag = gebeurtenis.submitter?.dataset.bevestig;
    if (vraag && !window.confirm(vraag)) {
      gebeurtenis.preventDefault();
      return;
    }
    gewijzigd = false;
  });

  // A menu in the header closes on Escape and when something else is chosen.
  const sluit = (behalve) => {
    for (const menu of document.querySelectorAll("details.ld-wissel[open]")) if (menu !== behalve) menu.open = false;
  };
  document.addEventListener("click", (gebeurtenis) => sluit(gebeurtenis.target.closest("details.ld-wissel")));
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape") return;
    document.activeElement?.closest("details.ld-wissel[open]")?.querySelector("summary").focus();
    sluit(null);
  });
})();
