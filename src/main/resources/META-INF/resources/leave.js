// Leaves at once: Shift three times, or the link, replacing this page in the history.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;
  let presses = 0;
  let timer = 0;
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keyup", (event) => {
    clearTimeout(timer);
    presses = event.key === "Shift" ? presses + 1 : 0;
    if (presses === 3) leave();
    timer = setTimeout(() => { presses = 0; }, 2000);
  });
})();
