"""What to do next, in Czech, with the addresses of this show: the checklist of a move."""

from __future__ import annotations

from dataclasses import dataclass

from moving_in.feed import Feed

# Where hosts keep the setting, in their words; the address or the generator tells the host.
_HOSTS = {
    "Spotify for Creators": ("anchor.fm", "spotify"),
    "Buzzsprout": ("buzzsprout",),
    "Libsyn": ("libsyn",),
    "Podbean": ("podbean",),
    "SoundCloud": ("soundcloud",),
    "Transistor": ("transistor",),
    "Omny Studio": ("omny",),
    "RSS.com": ("rss.com",),
    "Podlove Publisher": ("podlove",),
    "WordPress PowerPress": ("powerpress", "blubrry"),
    "WordPress": ("wordpress",),
}
_PLACES = {
    "Spotify for Creators": "na webu, *Settings* → *Redirect your podcast*; může to trvat až "
    "7 dní, účet rušte nejdřív týden potom",
    "Libsyn": "nastavení pořadu, přesměrování kanálu RSS (*redirect*)",
    "Podbean": "nastavení kanálu (*Feed*), pokročilé volby, *301 redirect*",
    "SoundCloud": "*Settings* → *Content* → *Subscriber redirect*",
    "Podlove Publisher": "nastavení kanálů (*Podcast Feeds*), u každého kanálu trvalé (301) "
    "přesměrování",
    "WordPress PowerPress": "nastavení kanálu v PowerPressu, nová adresa (*new feed URL*); samo "
    "přesměrování 301 zařídí server nebo doplněk",
    "WordPress": "přesměrování 301 zařídí server nebo doplněk",
}
_ANYWHERE = "nastavení kanálu RSS, hledejte *redirect*, *301* nebo *new feed URL*"


@dataclass(frozen=True)
class Outcome:
    """What an import has done: folders made, with a GUID for each English edition to come."""

    made: tuple[tuple[str, str, str], ...]  # folder, title, GUID of the English edition
    present: int
    left_out: tuple[str, ...]
    locked: bool
    people: tuple[str, ...]


def host(feed: Feed) -> str:
    """Return the old host's name, empty when it is not known."""
    told = f"{feed.channel.address} {feed.channel.generator}".lower()
    known = (name for name, marks in _HOSTS.items() if any(mark in told for mark in marks))
    return next(known, "")


def _redirect(feed: Feed, old: str, new: str) -> list[str]:
    name = host(feed)
    place = _PLACES.get(name, _ANYWHERE)
    return [
        "## 3. U starého hostitele" + (f" ({name})" if name else ""),
        "",
        "Až bude nový kanál veřejný a zkontrolovaný, ne dřív:",
        "",
        f"- [ ] Zapněte trvalé přesměrování (**301**) starého kanálu na nový: {place}.",
        f"      Ze staré adresy: `{old}`",
        f"      Na novou adresu: `{new}`",
        "- [ ] Jde-li to, ať starý kanál ještě před přesměrováním nese tuto značku:",
        f"      `<itunes:new-feed-url>{new}</itunes:new-feed-url>`",
        "- [ ] Přesměrování i značku nechte **nejméně čtyři týdny**, raději rok a déle; aplikace, "
        "které si novou adresu nezapsaly, jinak díly ztratí.",
        "- [ ] Účet u starého hostitele do té doby nerušte a nic v něm nemažte.",
        f"- [ ] Ověřte z příkazové řádky: `curl -sI '{old}'` musí odpovědět `301` a "
        f"`location: {new}`.",
    ]


def _apps(old: str, new: str) -> list[str]:
    return [
        "## 4. V adresářích a aplikacích",
        "",
        "- [ ] **Apple Podcasts** (podcastsconnect.apple.com → pořad → *Show Information*): adresa "
        f"kanálu se po přesměrování změní sama; nezmění-li se do týdne, zapište `{new}` ručně.",
        "- [ ] **Spotify** (creators.spotify.com → pořad → *Settings*): totéž, adresa kanálu RSS "
        f"má být `{new}`.",
        "- [ ] **Podcast Index**, **YouTube**, **Deezer** a další, kde je pořad přihlášen ručně: "
        "změňte adresu kanálu.",
        "- [ ] Adresy pořadu v aplikacích doplňte do `docs/podcast/index.cs.md`, pole `apps`.",
        f"- [ ] Odkazy na starý kanál (`{old}`) na webu a v patičkách přepište.",
        "- [ ] Po týdnu: odebírá-li v aplikaci někdo starý kanál, přibyl nový díl právě jednou a "
        "staré se nenabízejí znovu?",
    ]


def _here(feed: Feed, outcome: Outcome) -> list[str]:
    locked = feed.channel.locked == "yes"
    lines = [
        "## 1. V archivu",
        "",
        "- [ ] `make check` řekne, co chybí; hlavně `place`, které kanál neuvádí.",
        "- [ ] Porovnejte údaje pořadu níže se záznamem `docs/podcast/index.cs.md` a přeneste, co "
        "platí. **GUID pořadu převezměte beze změny**; anglické vydání má jiné.",
        "- [ ] Anglické záznamy (`index.en.md`) nevznikly: kanál je jednojazyčný. Díl bez překladu "
        "se na anglickém webu ukáže česky s upozorněním a v anglickém kanálu není. Až budete "
        "překládat, použijte GUID z tabulky dole, **nikdy ne GUID českého vydání**.",
        "- [ ] Kde přepis chyběl, leží v souboru `transcript.cs.vtt` jen „[přepis chybí]“.",
        "- [ ] Popisy obálek (`cover_text`) jsou obecné; napište, co na obálce je.",
    ]
    if outcome.locked:
        lines.append(
            "- [ ] Nahrávky zůstaly u starého hostitele (pole `audio`). Spusťte "
            "`.venv/bin/archive lock-audio`. **Zruší-li se účet, zmizí**: přeneste je dřív."
        )
    if outcome.people:
        lines.append(f"- [ ] Noví lidé, doplňte, kdo to je: {', '.join(outcome.people)}.")
    if locked:
        lines.append(
            "- [ ] Starý kanál je zamčený (`podcast:locked`): u hostitele ho odemkněte, jinak "
            "jiné služby převzetí odmítnou."
        )
    return lines


def _tables(outcome: Outcome) -> list[str]:
    lines: list[str] = []
    if outcome.made:
        lines += ["", "## Převzaté díly", "", "| Složka | Díl | GUID anglického vydání |"]
        lines.append("| --- | --- | --- |")
        lines += [f"| `{f}` | {t.replace('|', '/')} | `{g}` |" for f, t, g in outcome.made]
    if outcome.left_out:
        lines += ["", "## Nepřevzato, nebo k opravě", ""]
        lines += [f"- {reason}" for reason in outcome.left_out]
    return lines


def write(feed: Feed, outcome: Outcome, old: str, new: str, show: str) -> str:
    """Return the checklist; ``old`` and ``new`` are the addresses of the Czech feeds."""
    old = old or feed.channel.address or "(adresa starého kanálu)"
    counted = f"Převzato dílů: {len(outcome.made)}, už v archivu: {outcome.present}."
    lines = [
        f"# Přestěhování podcastu „{feed.channel.title}“",
        "",
        f"Starý kanál: `{old}`  ",
        f"Nový kanál: `{new}`",
        "",
        f"{counted} Příkaz lze spustit znovu: přidá nové díly a nic nepřepíše.",
        "",
        *_here(feed, outcome),
        "",
        "## 2. Než cokoli přesměrujete",
        "",
        "- [ ] Celý starý kanál převezměte **dřív, než nový začne vycházet**: díly starší než "
        "poslední vydaný aplikace neohlásí.",
        f"- [ ] Otevřete nový kanál `{new}`: má všechny díly a stejné GUID? (`make check`)",
        "- [ ] Poslechněte si první, poslední a jeden prostřední díl.",
        "- [ ] Uložte si statistiky od starého hostitele, přenést nejdou.",
        "",
        *_redirect(feed, old, new),
        "",
        *_apps(old, new),
        *_tables(outcome),
        "",
        "## Údaje pořadu ze starého kanálu",
        "",
        "```yaml",
        show.strip(),
        "```",
    ]
    return "\n".join(lines) + "\n"


def added(outcome: Outcome, day: str) -> str:
    """Return what a later run adds at the end of a checklist that is there already."""
    return "\n".join([f"\n# Přibylo {day}", *_tables(outcome)]) + "\n"
