// A copy button beside a field: <button data-kopieer="id of the text">. Without this the text can be selected.
(() => {
  "use strict";
  const melding = document.querySelector("[data-gekopieerd]");
  const selecteer = (element) => {
    const bereik = document.createRange();
    bereik.selectNodeContents(element);
    const keuze = window.getSelection();
    keuze.removeAllRanges();
    keuze.addRange(bereik);
  };
  for (const knop of document.querySelectorAll("button[data-kopieer]")) {
    knop.hidden = false;
    knop.addEventListener("click", async () => {
      const bron = document.getElementById(knop.dataset.kopieer);
      try {
        await navigator.clipboard.writeText(bron.innerText);
        melding.textContent = `${knop.dataset.naam}: gekopieerd.`;
      } catch {
        selecteer(bron);
        melding.textContent = `${knop.dataset.naam}: geselecteerd. Kopieer met Ctrl+C.`;
      }
    });
  }
})();
