// The citation of a moment: it names where the recording stands.
import { players } from "./player.js";
import { clock, fill, today } from "./say.js";

const block = document.querySelector("[data-cite-moment]");
const [player] = players;

if (block && player) {
  const cited = today();
  let told = "";
  const write = () => {
    const time = clock(player.audio.currentTime);
    if (time === told) return;
    told = time;
    for (const gap of document.querySelectorAll("[data-gap]")) fill(gap, { cited, time }[gap.dataset.gap]);
  };
  block.hidden = false;
  player.audio.addEventListener("moment", write);
  write();
}
